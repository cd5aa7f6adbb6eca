/** The words, for tests of code that knows nothing of the app. */
export { startI18n } from "../app/i18n/index.ts";
