/** How many events of one name are remembered of a visitor, and how many shows of one campaign that ended alike. */
export const MOST_REMEMBERED = 100;
