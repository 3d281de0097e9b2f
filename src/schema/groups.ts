/** Groups of objectives that J1 and M1 print after the priority objectives (schema-rows.csv, J1/M1). */
const GROUPS = [
  /^niet[- ]prioritaire beleidsdoelstellingen$/i,
  /^verrichtingen zonder beleidsdoelstelling(?:en)?$/i,
  /^(?:algemeen )?totaal$/i,
] as const;

/** Is the line the heading of a group of J1 or M1? */
export const isGroupLabel = (text: string): boolean => GROUPS.some((pattern) => pattern.test(text));
