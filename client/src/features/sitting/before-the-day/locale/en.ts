import type { Translated } from "../../../../app/i18n/catalogue.ts";
import type id from "./id.ts";

export default {
  title: "Check this device",
  intro: "Make sure before the day that this device, browser and network can be used. The check takes less than a minute and may be repeated.",
  lobby: "Sittings",
  before: {
    title: "What is checked",
    what: "What the browser can do, storage on the device, the size of the screen, the device's clock, and the connection. For the connection, a sample answer is really saved on the server several times and timed.",
    where: "Check in the place, and with the device and network, that you will use. What holds elsewhere need not hold there.",
    kept: "The result is kept and can be seen by the organiser and the proctors: when you checked, which browser, and what this page shows. The check is no part of the assessment and has no influence on any score.",
    start: "Start the check",
    again: "Check again",
  },
  running: {
    title: "The check is running",
    progress: "Progress of the check",
    step: "Step {{done}} of {{of}}",
    part: {
      browser: "Looking at what the browser can do",
      storage: "Writing and reading a sample answer on this device",
      screen: "Measuring the screen",
      clock: "Comparing the clock with the server's",
      socket: "Saving sample answers on the server over the direct connection",
      http: "Saving sample answers on the server over the fallback",
    },
    stay: "Leave this page open until it is done.",
  },
  result: {
    verdict: { ready: "This device is ready", attention: "This device can be used, with reservations", unusable: "This device cannot be used yet" },
    at: "Checked on {{at}}.",
    last: "Your last check",
    lastAt: "{{at}}, with {{browser}}.",
    keeping: "Saving the result on the server…",
    kept: "The result is saved; the organiser and the proctors can see it.",
    notKept: "This result is not saved on the server yet",
    failed: "The check stopped before it was done. Start again.",
  },
  summary: {
    title: "Summary for the organiser",
    text: "Read it out or send it when you ask for help.",
    copy: "Copy the summary",
    copied: "Summary copied.",
    notCopied: "The browser does not allow copying. Select the text above and copy it yourself.",
    head: "Device check – {{name}} – {{at}}: {{verdict}}",
    line: "{{line}}: {{verdict}}. {{found}}",
  },
  errors: {
    "saves-not-there": "The sample answers of this check are no longer on the server. Start a new check.",
    "too-many-checks": "The number of checks in one day has been reached. The earlier result is still kept.",
  },
} satisfies Translated<typeof id>;
