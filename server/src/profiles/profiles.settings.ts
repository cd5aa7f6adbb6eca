/** How long a result counts (Peraturan BKN 26/2019): the one place; stored results keep the dates they were given. */
export const validityYears = 3;
/** More results than an agency's list can hold; past it the filters must be used. */
export const resultsMax = 5000;
