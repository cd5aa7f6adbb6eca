import type { Translated } from "../../../app/i18n/catalogue.ts";
import type id from "./id.ts";

export default {
  title: "Sign in",
  login: "NIP or user name",
  password: "Password",
  showPassword: "Show the password",
  hidePassword: "Hide the password",
  submit: "Sign in",
  required: { login: "Enter your NIP or user name.", password: "Enter your password." },
  forgotten: "Forgot your password? Contact the administrator of your agency.",
  confidential: "Assessment data is confidential. Every access is recorded.",
  promise: {
    saved: { title: "Answers are saved at once", text: "A broken connection does not lose a candidate's work." },
    fair: { title: "Rated independently", text: "At least two assessors rate before they agree." },
    traceable: { title: "Every figure has its reasons", text: "Inputs, versions and legal basis can always be opened." },
  },
} satisfies Translated<typeof id>;
