import type { Translated } from "../../../app/i18n/catalogue.ts";
import type id from "./id.ts";

export default {
  title: "Sign in",
  login: "NIP or user name",
  password: "Password",
  passwordHint: "Candidates may also use a sitting token from the proctor.",
  showPassword: "Show the password",
  hidePassword: "Hide the password",
  submit: "Sign in",
  required: { login: "Enter your NIP or user name.", password: "Enter your password." },
  forgotten: "Forgot your password? Contact the administrator of your agency.",
  confidential: "Assessment data is confidential. Every access is recorded.",
  change: {
    title: "Change password",
    oneTime: "You signed in with a one-time password. Choose your own to continue.",
    own: "Afterwards, other devices that are still signed in to your account are signed out.",
    current: "Current password",
    next: "New password",
    nextHint: "At least 10 characters. A few words in a row are easy to remember and hard to guess.",
    repeat: "Repeat the new password",
    different: "The two new passwords are not the same.",
    missing: "This is needed.",
    submit: "Save password",
  },
  errors: {
    "sitting-token-session": "You signed in with a sitting token. The password can only be changed after signing in with the password.",
    "wrong-password": "The current password does not match.",
    "password-too-short": "The new password is too short.",
    "password-is-login": "The new password must not be your NIP or user name.",
    "password-unchanged": "The new password must differ from the current one.",
  },
  promise: {
    saved: { title: "Answers are saved at once", text: "A broken connection does not lose a candidate's work." },
    fair: { title: "Rated independently", text: "At least two assessors rate before they agree." },
    traceable: { title: "Every figure has its reasons", text: "Inputs, versions and legal basis can always be opened." },
  },
} satisfies Translated<typeof id>;
