import type { LinkKind, LinkState } from '../plan/link';

/** What the user reads for kinds and states of links. */
export const LINK_KIND_LABELS: Readonly<Record<LinkKind, string>> = {
  refersTo: 'verwijst naar',
  worksOut: 'werkt uit',
  follows: 'volgt op',
  contributesTo: 'draagt bij aan',
};
export const LINK_STATE_LABELS: Readonly<Record<LinkState, string>> = {
  explicit: 'in de tekst',
  proposed: 'voorgesteld',
  confirmed: 'bevestigd',
  rejected: 'verworpen',
};
