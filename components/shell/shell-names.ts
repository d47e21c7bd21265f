/** Cookie that remembers whether the navigation is collapsed to icons. */
export const NAV_COOKIE = 'fengqu-nav';
/** Element whose `data-collapsed` says the same to the styles. */
export const SHELL_ID = 'shell';
