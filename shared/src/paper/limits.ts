/** Of a cell in a form's table. By itself, so that a page can know it without the schemas. */
export const cellCharactersMax = 1000;
