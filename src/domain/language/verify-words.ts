// What the page says on which anybody verifies a statement, by language.
import type { Language } from "./language.ts";

const ENGLISH = {
  /** On its paper, in its mail and below it on its page. */
  onPaper: (at: string, code: string) => `Verify this statement at ${at} · code ${code}`,
  link: "Verify this statement",
  codeIs: (code: string) => `Its code is ${code}.`,
  title: "Verify a statement",
  lead: "See whether a statement is what the business issued, and whether its books have been changed since.",
  choose: "Choose the statement’s PDF",
  hint: "Or drop it here; several of one account are compared with each other. Your files are read in this browser and sent nowhere. Only a statement’s code is asked about.",
  reading: "Reading…",
  worksOffline: "This page is kept in your browser: it opens without the internet, too.",
  statement: (number: string, business: string) => `Statement ${number} from ${business}`,
  code: "Its code",
  compare: "It is made of every byte of the statement. On your paper and in the mail stands the same one.",
  stands: (business: string) => `This is what ${business} issued`,
  standsMore: (date: string) =>
    `Issued on ${date}. Its lines, its sums and the events behind them stand in the books as they did.`,
  pagesAside:
    "What the PDF’s pages show wasn’t compared with it: check that they say the same as what stands here.",
  amountDue: "Amount due",
  payTo: "Pay to",
  reference: "Payment reference",
  changed: (business: string) => `${business} issued this, and its books were changed afterwards`,
  changedEvents: (events: string) => `No longer what this statement is made of: event ${events}.`,
  changedStatements: (numbers: string) => `No longer what was issued: statement ${numbers}.`,
  altered: "This isn’t what was issued: it was altered",
  line: (row: number, told: string) => `Line ${row} (${told})`,
  openItem: (row: number, told: string) => `Open item ${row} (${told})`,
  goneRow: "taken out",
  sums: "The opening balance, the closing balance or the aging’s sums",
  aging: "The aging: its buckets aren’t those of the open items",
  event: (event: number) => `Event ${event}: the paper names it without its hash`,
  chain: "The chain of events: one is missing or out of place",
  unknown: "Not known",
  unknownMore: (business: string) =>
    `Its lines and sums add up, but no business here has issued a statement with this code. It may come from another copy of Onaccount, or somebody altered it and made it add up again. Ask ${business}.`,
  offline: "Whole, as far as can be said without the internet",
  offlineMore: (business: string) =>
    `Lines, sums and the chain of events agree with each other. Whether ${business} issued exactly this, and whether its books still say so, is to be asked.`,
  askNow: "Ask now",
  busy: "Asked too often. Wait a minute, then ask again.",
  unproven: "Issued before statements could be verified",
  unprovenMore: "It carries nothing that it could be checked by. Those issued from now on do.",
  unreadable: "No statement in this file",
  unreadableMore:
    "It has to be the PDF that came with the mail or from the link, as it was, or the statement.json within.",
  checked: "What was checked here",
  lines: (count: number, opening: string, closing: string) =>
    `${count === 1 ? "1 line leads" : `${count} lines lead`} from ${opening} to ${closing}`,
  items: (count: number, total: string, net: string) =>
    `${count === 1 ? "1 open item comes" : `${count} open items come`} to ${total}; less unapplied credit that is ${net}`,
  events: (count: number) =>
    `${count === 1 ? "1 event is" : `${count} events are`} in place in the books’ chain`,
  before: (number: string) => `It vouches for the statement before it, ${number}`,
  first: "It is the account’s first that can be verified",
  contradict: "These papers contradict each other",
  otherStatement: (number: string, toldBy: string) =>
    `Statement ${number} isn’t the one that ${toldBy} says came before it.`,
  otherEvent: (event: number, one: string, other: string) =>
    `Event ${event} isn’t the same in ${one} and ${other}.`,
};
export type VerifyWords = typeof ENGLISH;

const GERMAN: VerifyWords = {
  onPaper: (at, code) => `Diesen Kontoauszug prüfen: ${at} · Code ${code}`,
  link: "Diesen Kontoauszug prüfen",
  codeIs: (code) => `Sein Code ist ${code}.`,
  title: "Einen Kontoauszug prüfen",
  lead: "Sehen Sie, ob ein Kontoauszug so ausgestellt wurde und ob die Bücher seither geändert wurden.",
  choose: "PDF des Kontoauszugs wählen",
  hint: "Oder hierher ziehen; mehrere eines Kontos werden miteinander verglichen. Ihre Dateien werden in diesem Browser gelesen und nirgendwohin gesendet. Nur nach dem Code wird gefragt.",
  reading: "Wird gelesen …",
  worksOffline: "Diese Seite liegt jetzt in Ihrem Browser: Sie öffnet sich auch ohne Internet.",
  statement: (number, business) => `Kontoauszug ${number} von ${business}`,
  code: "Sein Code",
  compare: "Er ergibt sich aus jedem Byte des Kontoauszugs. Auf dem Papier und in der E-Mail steht derselbe.",
  stands: (business) => `Das hat ${business} so ausgestellt`,
  standsMore: (date) =>
    `Ausgestellt am ${date}. Zeilen, Summen und die Vorgänge dahinter stehen unverändert in den Büchern.`,
  pagesAside:
    "Was die Seiten des PDF zeigen, wurde damit nicht verglichen: Prüfen Sie, ob dort dasselbe steht wie hier.",
  amountDue: "Fälliger Betrag",
  payTo: "Zahlbar an",
  reference: "Zahlungsreferenz",
  changed: (business) => `${business} hat dies ausgestellt und die Bücher danach geändert`,
  changedEvents: (events) => `Nicht mehr das, woraus dieser Auszug besteht: Vorgang ${events}.`,
  changedStatements: (numbers) => `Nicht mehr das, was ausgestellt wurde: Kontoauszug ${numbers}.`,
  altered: "So wurde er nicht ausgestellt: Er wurde verändert",
  line: (row, told) => `Zeile ${row} (${told})`,
  openItem: (row, told) => `Offener Posten ${row} (${told})`,
  goneRow: "entfernt",
  sums: "Anfangssaldo, Endsaldo oder die Summen der Altersstruktur",
  aging: "Die Altersstruktur: Sie ist nicht die der offenen Posten",
  event: (event) => `Vorgang ${event}: genannt, aber ohne seinen Hash`,
  chain: "Die Kette der Vorgänge: Einer fehlt oder steht am falschen Platz",
  unknown: "Nicht bekannt",
  unknownMore: (business) =>
    `Zeilen und Summen gehen auf, doch hier hat kein Unternehmen einen Kontoauszug mit diesem Code ausgestellt. Er stammt von einer anderen Installation von Onaccount, oder jemand hat ihn verändert und passend gerechnet. Fragen Sie ${business}.`,
  offline: "Stimmig, soweit sich das ohne Internet sagen lässt",
  offlineMore: (business) =>
    `Zeilen, Summen und die Kette der Vorgänge passen zueinander. Ob ${business} genau das ausgestellt hat und ob die Bücher das noch sagen, muss gefragt werden.`,
  askNow: "Jetzt fragen",
  busy: "Zu oft gefragt. Warten Sie eine Minute und fragen Sie dann noch einmal.",
  unproven: "Ausgestellt, bevor sich Kontoauszüge prüfen ließen",
  unprovenMore: "Er enthält nichts, woran er sich prüfen ließe. Alle von jetzt an ausgestellten tun es.",
  unreadable: "Kein Kontoauszug in dieser Datei",
  unreadableMore:
    "Es muss das PDF aus der E-Mail oder vom Link sein, so wie es war, oder die statement.json darin.",
  checked: "Was hier geprüft wurde",
  lines: (count, opening, closing) =>
    `${count === 1 ? "1 Zeile führt" : `${count} Zeilen führen`} von ${opening} zu ${closing}`,
  items: (count, total, net) =>
    `${count === 1 ? "1 offener Posten ergibt" : `${count} offene Posten ergeben`} ${total}; abzüglich Guthaben sind das ${net}`,
  events: (count) =>
    `${count === 1 ? "1 Vorgang steht" : `${count} Vorgänge stehen`} in der Kette der Bücher am richtigen Platz`,
  before: (number) => `Er bürgt für den Kontoauszug davor, ${number}`,
  first: "Er ist der erste des Kontos, der sich prüfen lässt",
  contradict: "Diese Papiere widersprechen einander",
  otherStatement: (number, toldBy) => `Kontoauszug ${number} ist nicht der, der laut ${toldBy} davor kam.`,
  otherEvent: (event, one, other) => `Vorgang ${event} ist in ${one} und ${other} nicht derselbe.`,
};

const FRENCH: VerifyWords = {
  onPaper: (at, code) => `Vérifier ce relevé : ${at} · code ${code}`,
  link: "Vérifier ce relevé",
  codeIs: (code) => `Son code est ${code}.`,
  title: "Vérifier un relevé",
  lead: "Voyez si un relevé est bien celui que l’entreprise a émis, et si ses livres ont été modifiés depuis.",
  choose: "Choisir le PDF du relevé",
  hint: "Ou déposez-le ici\u00A0; plusieurs d’un même compte sont comparés entre eux. Vos fichiers sont lus dans ce navigateur et ne sont envoyés nulle part. Seul le code est demandé.",
  reading: "Lecture…",
  worksOffline: "Cette page est gardée dans votre navigateur\u00A0: elle s’ouvre aussi sans Internet.",
  statement: (number, business) => `Relevé ${number} de ${business}`,
  code: "Son code",
  compare: "Il est fait de chaque octet du relevé. Le même figure sur le papier et dans l’e-mail.",
  stands: (business) => `C’est bien ce que ${business} a émis`,
  standsMore: (date) =>
    `Émis le ${date}. Ses lignes, ses totaux et les opérations derrière eux figurent inchangés dans les livres.`,
  pagesAside:
    "Ce que montrent les pages du PDF n’y a pas été comparé\u00A0: vérifiez qu’elles disent la même chose qu’ici.",
  amountDue: "Montant dû",
  payTo: "À payer à",
  reference: "Référence de paiement",
  changed: (business) => `${business} l’a émis, et ses livres ont été modifiés ensuite`,
  changedEvents: (events) => `N’est plus ce dont ce relevé est fait\u00A0: opération ${events}.`,
  changedStatements: (numbers) => `N’est plus ce qui a été émis\u00A0: relevé ${numbers}.`,
  altered: "Ce n’est pas ce qui a été émis\u00A0: il a été modifié",
  line: (row, told) => `Ligne ${row} (${told})`,
  openItem: (row, told) => `Poste ouvert ${row} (${told})`,
  goneRow: "retiré",
  sums: "Le solde initial, le solde final ou les totaux de l’échéancier",
  aging: "L’échéancier\u00A0: ses tranches ne sont pas celles des postes ouverts",
  event: (event) => `Opération ${event}\u00A0: nommée sans son empreinte`,
  chain: "La chaîne des opérations\u00A0: l’une manque ou n’est pas à sa place",
  unknown: "Inconnu",
  unknownMore: (business) =>
    `Ses lignes et ses totaux concordent, mais aucune entreprise n’a émis ici de relevé portant ce code. Il vient peut-être d’une autre installation d’Onaccount, ou quelqu’un l’a modifié et recalculé. Demandez à ${business}.`,
  offline: "Cohérent, pour autant qu’on puisse le dire sans Internet",
  offlineMore: (business) =>
    `Lignes, totaux et chaîne des opérations concordent. Il reste à demander si ${business} a émis exactement cela et si ses livres le disent encore.`,
  askNow: "Demander maintenant",
  busy: "Demandé trop souvent. Attendez une minute, puis demandez de nouveau.",
  unproven: "Émis avant que les relevés puissent être vérifiés",
  unprovenMore: "Il ne porte rien qui permette de le vérifier. Ceux émis désormais, si.",
  unreadable: "Aucun relevé dans ce fichier",
  unreadableMore:
    "Il faut le PDF de l’e-mail ou du lien, tel quel, ou le fichier statement.json qu’il contient.",
  checked: "Ce qui a été vérifié ici",
  lines: (count, opening, closing) =>
    `${count === 1 ? "1 ligne mène" : `${count} lignes mènent`} de ${opening} à ${closing}`,
  items: (count, total, net) =>
    `${count === 1 ? "1 poste ouvert fait" : `${count} postes ouverts font`} ${total}\u00A0; moins le crédit non utilisé, cela fait ${net}`,
  events: (count) =>
    `${count === 1 ? "1 opération est à sa" : `${count} opérations sont à leur`} place dans la chaîne des livres`,
  before: (number) => `Il répond du relevé précédent, ${number}`,
  first: "C’est le premier du compte qui puisse être vérifié",
  contradict: "Ces papiers se contredisent",
  otherStatement: (number, toldBy) => `Le relevé ${number} n’est pas celui qui, selon ${toldBy}, précédait.`,
  otherEvent: (event, one, other) => `L’opération ${event} n’est pas la même dans ${one} et ${other}.`,
};

const SPANISH: VerifyWords = {
  onPaper: (at, code) => `Verifique este estado de cuenta en ${at} · código ${code}`,
  link: "Verificar este estado de cuenta",
  codeIs: (code) => `Su código es ${code}.`,
  title: "Verificar un estado de cuenta",
  lead: "Vea si un estado de cuenta es el que emitió el negocio y si sus libros han cambiado desde entonces.",
  choose: "Elegir el PDF del estado de cuenta",
  hint: "O suéltelo aquí; varios de una misma cuenta se comparan entre sí. Sus archivos se leen en este navegador y no se envían a ninguna parte. Solo se pregunta por el código.",
  reading: "Leyendo…",
  worksOffline: "Esta página queda en su navegador: también se abre sin Internet.",
  statement: (number, business) => `Estado de cuenta ${number} de ${business}`,
  code: "Su código",
  compare: "Se hace con cada byte del estado de cuenta. El mismo figura en el papel y en el correo.",
  stands: (business) => `Es lo que emitió ${business}`,
  standsMore: (date) =>
    `Emitido el ${date}. Sus líneas, sus sumas y los movimientos detrás siguen en los libros como estaban.`,
  pagesAside:
    "Lo que muestran las páginas del PDF no se comparó con ello: compruebe que digan lo mismo que aquí.",
  amountDue: "Importe a pagar",
  payTo: "Pagar a",
  reference: "Referencia de pago",
  changed: (business) => `${business} lo emitió y después cambió sus libros`,
  changedEvents: (events) => `Ya no es aquello de lo que consta este estado: movimiento ${events}.`,
  changedStatements: (numbers) => `Ya no es lo que se emitió: estado de cuenta ${numbers}.`,
  altered: "No es lo que se emitió: fue alterado",
  line: (row, told) => `Línea ${row} (${told})`,
  openItem: (row, told) => `Partida abierta ${row} (${told})`,
  goneRow: "quitada",
  sums: "El saldo inicial, el saldo final o las sumas de la antigüedad",
  aging: "La antigüedad: sus tramos no son los de las partidas abiertas",
  event: (event) => `Movimiento ${event}: se nombra sin su huella`,
  chain: "La cadena de movimientos: falta uno o está fuera de lugar",
  unknown: "No se conoce",
  unknownMore: (business) =>
    `Sus líneas y sumas cuadran, pero ningún negocio ha emitido aquí un estado de cuenta con este código. Puede venir de otra instalación de Onaccount, o alguien lo alteró y lo hizo cuadrar. Pregunte a ${business}.`,
  offline: "Íntegro, hasta donde puede decirse sin Internet",
  offlineMore: (business) =>
    `Líneas, sumas y cadena de movimientos concuerdan. Falta preguntar si ${business} emitió exactamente esto y si sus libros aún lo dicen.`,
  askNow: "Preguntar ahora",
  busy: "Se preguntó demasiado. Espere un minuto y pregunte de nuevo.",
  unproven: "Emitido antes de que se pudieran verificar",
  unprovenMore: "No lleva nada con que comprobarlo. Los que se emitan desde ahora, sí.",
  unreadable: "No hay ningún estado de cuenta en este archivo",
  unreadableMore:
    "Tiene que ser el PDF del correo o del enlace, tal como era, o el statement.json que contiene.",
  checked: "Lo que se comprobó aquí",
  lines: (count, opening, closing) =>
    `${count === 1 ? "1 línea lleva" : `${count} líneas llevan`} de ${opening} a ${closing}`,
  items: (count, total, net) =>
    `${count === 1 ? "1 partida abierta suma" : `${count} partidas abiertas suman`} ${total}; menos el crédito sin usar son ${net}`,
  events: (count) =>
    `${count === 1 ? "1 movimiento está" : `${count} movimientos están`} en su lugar en la cadena de los libros`,
  before: (number) => `Responde del estado de cuenta anterior, ${number}`,
  first: "Es el primero de la cuenta que puede verificarse",
  contradict: "Estos papeles se contradicen",
  otherStatement: (number, toldBy) => `El estado ${number} no es el que, según ${toldBy}, vino antes.`,
  otherEvent: (event, one, other) => `El movimiento ${event} no es el mismo en ${one} y ${other}.`,
};

const WORDS: Record<Language, VerifyWords> = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH };

export const verifyWords = (language: Language): VerifyWords => WORDS[language];
