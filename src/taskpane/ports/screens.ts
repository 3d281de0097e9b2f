export const SCREENS = ['import', 'plan', 'links', 'check', 'credits', 'accounts', 'changes', 'settings'] as const;
export type ScreenName = (typeof SCREENS)[number];
