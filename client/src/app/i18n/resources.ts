import type administration from "../../features/administration/locale/id.ts";
import type authoring from "../../features/authoring/locale/id.ts";
import type personnel from "../../features/personnel/locale/id.ts";
import type planning from "../../features/planning/locale/id.ts";
import type merging from "../../features/proctoring/merging/locale/id.ts";
import type proctoring from "../../features/proctoring/locale/id.ts";
import type profiles from "../../features/profiles/locale/id.ts";
import type rating from "../../features/rating/locale/id.ts";
import type receipts from "../../features/receipts/locale/id.ts";
import type signIn from "../../features/sign-in/locale/id.ts";
import type caseStudy from "../../features/sitting/case/locale/id.ts";
import type inBasket from "../../features/sitting/in-basket/locale/id.ts";
import type comforts from "../../features/sitting/comforts/locale/id.ts";
import type interactions from "../../features/sitting/interactions/locale/id.ts";
import type sitting from "../../features/sitting/locale/id.ts";
import type talent from "../../features/talent/locale/id.ts";
import type common from "./common.id.ts";

/** The catalogues by namespace; a namespace is the name of the folder its words are in. Types only: nothing is loaded here. */
export type Resources = {
  common: typeof common;
  administration: typeof administration;
  authoring: typeof authoring;
  personnel: typeof personnel;
  planning: typeof planning;
  merging: typeof merging;
  proctoring: typeof proctoring;
  profiles: typeof profiles;
  rating: typeof rating;
  receipts: typeof receipts;
  "sign-in": typeof signIn;
  sitting: typeof sitting;
  "in-basket": typeof inBasket;
  case: typeof caseStudy;
  comforts: typeof comforts;
  interactions: typeof interactions;
  talent: typeof talent;
};
