"use client";
// What follows when a part of the profile was saved: it is said, the form goes, and the page is drawn anew.
import { useRouter } from "next/navigation";
import { toast } from "@/ui/toast.tsx";

export function useSaved(done: () => void): (words: string) => void {
  const router = useRouter();
  return (words) => {
    toast(words);
    done();
    router.refresh();
  };
}
