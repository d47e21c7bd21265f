/**
 * Header in which the server tells pages which path was asked for; Next does not. Whatever a client sends under this
 * name is overwritten (server/http), and it only ever decides where sign-in returns to.
 */
export const REQUEST_PATH_HEADER = 'x-fengqu-path';
