import { feature } from "#src/platform/operation/feature.ts";
import { addSubscriber, endSubscription, eraseSubscriber } from "./change-subscribers.ts";
import { exportSubscribers } from "./export-subscribers.ts";
import { forgetAskings } from "./forget-askings.job.ts";
import { checkSubscriberImport, importSubscribers } from "./import-subscribers.ts";
import { learnArrival } from "./learn-arrival.job.ts";
import { exportSubscriberData, getSubscriber, listSubscribers } from "./list-subscribers.ts";
import { listPushNotices, sendPushNotice } from "./push-notices.ts";
import { sendNotice } from "./send-notice.job.ts";
import { getSubscriberGrowth, getSubscriberSources } from "./subscriber-growth.ts";
import { changeSubscriptionSettings, getSubscriptionSettings } from "./subscription-settings.ts";

/** The ways to come back: letters and notices, to those who confirmed that they want them, until they say stop. */
export const subscriptions = feature({
  name: "subscriptions",
  operations: [
    getSubscriptionSettings,
    changeSubscriptionSettings,
    listSubscribers,
    getSubscriber,
    addSubscriber,
    endSubscription,
    eraseSubscriber,
    exportSubscriberData,
    checkSubscriberImport,
    importSubscribers,
    exportSubscribers,
    getSubscriberGrowth,
    getSubscriberSources,
    sendPushNotice,
    listPushNotices,
  ],
  jobs: [learnArrival, sendNotice, forgetAskings],
});

export { subscriptionRoutes } from "./letters-routes.ts";
export { buttonForm, letterPage, linkTo, paragraph } from "./letter-page.ts";
