/** The protocol's limit of a text-entry, in characters. */
export const entryCharactersMax = 200;
