/** What every page runs first: it makes the finished page answer its reader. */
export {};
