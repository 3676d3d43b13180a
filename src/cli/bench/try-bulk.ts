import { makeStock } from "./stock.ts";
import { closePool } from "@/db/client.ts";
const t=performance.now(); const n=Number(process.argv[2]??1000);
await makeStock(n); const s=(performance.now()-t)/1000;
console.log(n*2, "events", s.toFixed(2), "s", Math.round(n*2/s), "/s"); await closePool();
