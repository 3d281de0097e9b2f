import { amounts, realisation } from "./amounts";
import { answer } from "./answer";
import { counts, statuses, tree } from "./planAnswers";
import { reconcile } from "./reconcile";
import { schemaRows } from "./schemaAnswers";

/*
 * What Excel knows of the functions is made of these comments at build time; the English of it stands in functionTexts.json.
 * The enums are what Excel offers while one types: the words of the sheets, which the functions read as any other text.
 */

/** @customenum {string} */
// eslint-disable-next-line no-restricted-syntax -- the metadata of custom functions knows no other form
declare enum Soort {
  /** Exploitatie */
  Exploitatie = "Exploitatie",
  /** Investeringen */
  Investeringen = "Investeringen",
  /** Financiering */
  Financiering = "Financiering",
}

/** @customenum {string} */
// eslint-disable-next-line no-restricted-syntax -- the metadata of custom functions knows no other form
declare enum Richting {
  /** Uitgaven */
  Uitgaven = "Uitgaven",
  /** Ontvangsten */
  Ontvangsten = "Ontvangsten",
  /** Ontvangsten min uitgaven */
  Saldo = "Saldo",
}

/** @customenum {string} */
// eslint-disable-next-line no-restricted-syntax -- the metadata of custom functions knows no other form
declare enum Stroom {
  /** Uitgaven */
  Uitgaven = "Uitgaven",
  /** Ontvangsten */
  Ontvangsten = "Ontvangsten",
}

/** @customenum {string} */
// eslint-disable-next-line no-restricted-syntax -- the metadata of custom functions knows no other form
declare enum Fase {
  /** Wat de jaarrekening toont */
  Jaarrekening = "Jaarrekening",
  /** Het krediet op het einde van het jaar */
  Eindkrediet = "Eindkrediet",
  /** Het krediet bij de start van het jaar */
  Initieel_krediet = "Initieel krediet",
  /** De raming in het meerjarenplan */
  Meerjarenplan = "Meerjarenplan",
}

/** @customenum {string} */
// eslint-disable-next-line no-restricted-syntax -- the metadata of custom functions knows no other form
declare enum Schema {
  /** Doelstellingenrekening */
  J1 = "J1",
  /** Staat van het financieel evenwicht */
  J2 = "J2",
  /** Realisatie van de kredieten */
  J3 = "J3",
  /** Balans */
  J4 = "J4",
  /** Staat van opbrengsten en kosten */
  J5 = "J5",
  /** Ontvangsten en uitgaven naar functionele aard */
  T1 = "T1",
  /** Ontvangsten en uitgaven naar economische aard */
  T2 = "T2",
  /** Investeringsprojecten, of vanaf 2026 de financiële schulden */
  T3 = "T3",
  /** Evolutie van de financiële schulden */
  T4 = "T4",
  /** Toelichting bij de balans */
  T5 = "T5",
  /** Financieel doelstellingenplan */
  M1 = "M1",
  /** Staat van het financieel evenwicht */
  M2 = "M2",
  /** Overzicht van de kredieten */
  M3 = "M3",
}

/**
 * Geeft het bedrag in euro van elke code, met alles wat eronder staat erbij geteld.
 * @customfunction BEDRAG
 * @helpurl https://localhost:3000/functies.html#bedrag
 * @param {any[][]} kredieten De kolommen Jaar tot Jaarrekening van het blad Kredieten, met de koppen erbij: tblKredieten[[#Alles];[Jaar]:[Jaarrekening]]
 * @param {any[][]} codes Eén code, of een kolom of bereik met codes
 * @param soort Exploitatie, Investeringen of Financiering
 * @param richting Uitgaven, Ontvangsten of Saldo (ontvangsten min uitgaven)
 * @param fase Jaarrekening, Eindkrediet, Initieel krediet of Meerjarenplan
 * @param [jaar] Eén jaar; weggelaten: alle jaren samen
 * @param {any[][]} [plan] Het plan: tblPlan[[#Alles];[Code]:[Status]]; een code die nergens staat, geeft dan #N/B
 * @returns {any[][]} Een bedrag per code, in de vorm van de codes; leeg waar niets gedrukt is
 */
export function bedrag(
  kredieten: unknown[][],
  codes: unknown[][],
  soort: Soort,
  richting: Richting,
  fase: Fase,
  jaar?: unknown,
  plan?: unknown[][],
): unknown[][] {
  return answer([kredieten, codes, plan], () => amounts(kredieten, codes, soort, richting, fase, jaar, plan));
}

/**
 * Geeft hoeveel van het eindkrediet gerealiseerd is, als deel van 1, van elke code met alles wat eronder staat.
 * @customfunction REALISATIE
 * @helpurl https://localhost:3000/functies.html#realisatie
 * @param {any[][]} kredieten De kolommen Jaar tot Jaarrekening van het blad Kredieten, met de koppen erbij: tblKredieten[[#Alles];[Jaar]:[Jaarrekening]]
 * @param {any[][]} codes Eén code, of een kolom of bereik met codes
 * @param soort Exploitatie, Investeringen of Financiering
 * @param richting Uitgaven of Ontvangsten
 * @param {any[][]} [plan] Het plan: tblPlan[[#Alles];[Code]:[Status]]; een code die nergens staat, geeft dan #N/B
 * @returns {any[][]} Jaarrekening gedeeld door eindkrediet per code, in de vorm van de codes; leeg zonder krediet
 */
export function realisatie(
  kredieten: unknown[][],
  codes: unknown[][],
  soort: Soort,
  richting: Stroom,
  plan?: unknown[][],
): unknown[][] {
  return answer([kredieten, codes, plan], () => realisation(kredieten, codes, soort, richting, plan));
}

/**
 * Geeft de status van elke code, zoals die op het blad Plan staat.
 * @customfunction STATUS
 * @helpurl https://localhost:3000/functies.html#status
 * @param {any[][]} plan De kolommen Code tot Status van het blad Plan, met de koppen erbij: tblPlan[[#Alles];[Code]:[Status]]
 * @param {any[][]} codes Eén code, of een kolom of bereik met codes
 * @returns {any[][]} De status van elke code, in de vorm van de codes
 */
export function status(plan: unknown[][], codes: unknown[][]): unknown[][] {
  return answer([plan, codes], () => statuses(plan, codes));
}

/**
 * Telt hoeveel onderdelen er onder elke code staan, desgewenst alleen die met een status of op een niveau.
 * @customfunction AANTAL
 * @helpurl https://localhost:3000/functies.html#aantal
 * @param {any[][]} plan De kolommen Code tot Status van het blad Plan, met de koppen erbij: tblPlan[[#Alles];[Code]:[Status]]
 * @param {any[][]} codes Eén code, of een kolom of bereik met codes; leeg gelaten: het hele plan
 * @param {string} [status] Alleen onderdelen met deze status
 * @param {string} [niveau] Alleen onderdelen op dit niveau, zoals AC
 * @returns {any[][]} Een aantal per code, in de vorm van de codes; de code zelf telt niet mee
 */
export function aantal(plan: unknown[][], codes: unknown[][], status?: string, niveau?: string): unknown[][] {
  return answer([plan, codes], () => counts(plan, codes, status, niveau));
}

/**
 * Geeft een onderdeel van het plan met alles wat eronder staat, als tabel met koppen.
 * @customfunction BOOM
 * @helpurl https://localhost:3000/functies.html#boom
 * @param {any[][]} plan De kolommen Code tot Status van het blad Plan, met de koppen erbij: tblPlan[[#Alles];[Code]:[Status]]
 * @param {string} code De code waar de boom begint; leeg gelaten: het hele plan
 * @param [diepte] Hoeveel niveaus onder de code; weggelaten: allemaal
 * @returns {any[][]} Diepte, code, titel, niveau en status van elk onderdeel, in de volgorde van het blad
 */
export function boom(plan: unknown[][], code: string, diepte?: unknown): unknown[][] {
  return answer([plan], () => tree(plan, code, diepte));
}

/**
 * Controleert plan en kredieten en geeft wat niet klopt of zichzelf tegenspreekt, als tabel met koppen.
 * @customfunction CONTROLE
 * @helpurl https://localhost:3000/functies.html#controle
 * @param {any[][]} plan De kolommen Code tot Evaluatie van het blad Plan, met de koppen erbij: tblPlan[[#Alles];[Code]:[Evaluatie]]
 * @param {any[][]} kredieten De kolommen Jaar tot Jaarrekening van het blad Kredieten, met de koppen erbij: tblKredieten[[#Alles];[Jaar]:[Jaarrekening]]
 * @param {string} [code] Alleen deze code en wat eronder staat
 * @returns {Promise<any[][]>} Ernst, code, bevinding en naam van de controle, ernstigste eerst
 */
export async function controle(plan: unknown[][], kredieten: unknown[][], code?: string): Promise<unknown[][]> {
  // All the checks come along: loaded when first asked for, so that the pane opens without them.
  const { control } = await import("./control");
  return answer([plan, kredieten], () => control(plan, kredieten, code));
}

/**
 * Stemt de kredieten af: van initieel krediet tot wat vervalt, als tabel met koppen.
 * @customfunction AFSTEMMING
 * @helpurl https://localhost:3000/functies.html#afstemming
 * @param {any[][]} kredieten De kolommen Jaar tot Jaarrekening van het blad Kredieten, met de koppen erbij: tblKredieten[[#Alles];[Jaar]:[Jaarrekening]]
 * @param {any[][]} overdrachten De tabel van het blad Overdrachten, met de koppen erbij: tblOverdrachten[#Alles]
 * @param {any[][]} [codes] Codes waarvoor alles wat eronder staat samengeteld wordt; weggelaten: een lijn per actie
 * @returns {any[][]} Per jaar, code, soort en richting de kredieten, wat overschreden is, wat overgedragen is, wat te veel, wat vervalt en het oordeel
 */
export function afstemming(kredieten: unknown[][], overdrachten: unknown[][], codes?: unknown[][]): unknown[][] {
  return answer([kredieten, overdrachten, codes], () => reconcile(kredieten, overdrachten, codes));
}

/**
 * Geeft de rijen van een schema: uit de tabel van dat schema, met de sommen opnieuw berekend, of uit kredieten.
 * @customfunction SCHEMA
 * @helpurl https://localhost:3000/functies.html#schema
 * @param naam J1 tot J5, T1 tot T5 of M1 tot M3
 * @param {any[][]} tabel De tabel van het schema, zoals tblJ2[#Alles]; voor J1, J2, J3, M1, M2 en M3 mag het ook tblKredieten[[#Alles];[Jaar]:[Jaarrekening]] zijn
 * @param {any[][]} [plan] Bij kredieten: tblPlan[[#Alles];[Code]:[Status]], voor de titels, de volgorde en de prioriteit van de doelstellingen
 * @returns {any[][]} Nummer, omschrijving en een kolom per jaar en fase, met koppen
 */
export function schema(naam: Schema, tabel: unknown[][], plan?: unknown[][]): unknown[][] {
  return answer([tabel, plan], () => schemaRows(naam, tabel, plan));
}

CustomFunctions.associate("BEDRAG", bedrag);
CustomFunctions.associate("REALISATIE", realisatie);
CustomFunctions.associate("STATUS", status);
CustomFunctions.associate("AANTAL", aantal);
CustomFunctions.associate("BOOM", boom);
CustomFunctions.associate("CONTROLE", controle);
CustomFunctions.associate("AFSTEMMING", afstemming);
CustomFunctions.associate("SCHEMA", schema);
