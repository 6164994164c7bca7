import { type Feature, feature } from "#src/platform/operation/feature.ts";
import { deliverMail } from "./deliver-mail.job.ts";
import { changeMailSettings, deleteMailSettings, getMailSettings, sendTestMail } from "./mail-settings.ts";
import { getMailState, listMails } from "./mail-state.ts";
import type { PostOffice } from "./post-office.ts";
import { reportBounce } from "./report-bounce.ts";
import { forgetMail, sendWaitingMail } from "./send-waiting-mail.job.ts";
import { createSuppression, deleteSuppression, listSuppressions } from "./suppressions.ts";

/** Letters to people: kept with the change that wants them, sent by the workspace's mail server or the house's. */
export const mail = (office: PostOffice): Feature =>
  feature({
    name: "mail",
    operations: [
      getMailState(office),
      listMails,
      getMailSettings(office),
      changeMailSettings(office),
      deleteMailSettings(office),
      sendTestMail(office),
      listSuppressions,
      createSuppression,
      deleteSuppression,
      reportBounce,
    ],
    jobs: [deliverMail(office), sendWaitingMail(office), forgetMail],
  });

export { Address, domainOf, keyOfAddress, parseAddress } from "./address.ts";
export type { HouseMail } from "./mail-server.ts";
export { onOneLine } from "./on-one-line.ts";
export { createPostOffice, type PostOffice } from "./post-office.ts";
export { type NewMail, sendMail } from "./send-mail.ts";
export { findSuppressed, forgetAddress } from "./suppression.ts";
export { escapeHtml, type LetterWords, writeLetter, type WrittenLetter } from "./write-letter.ts";
