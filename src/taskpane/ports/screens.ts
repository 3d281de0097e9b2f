export const SCREENS = ['import', 'plan', 'changes', 'links', 'check', 'credits', 'accounts', 'settings'] as const;
export type ScreenName = (typeof SCREENS)[number];
