export const SCREENS = ['import', 'plan', 'links', 'check', 'credits', 'accounts', 'settings'] as const;
export type ScreenName = (typeof SCREENS)[number];
