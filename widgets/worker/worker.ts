/**
 * Shows notices that the site's subscribers asked for. Browsers take such a file from the site's own origin only, so
 * the owner puts a file there, by convention `/samovar-worker.js`, with one line in it:
 *
 *     importScripts("https://samovar.example/w/worker.js");
 */
export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly url: string;
  /** Of one tag a browser shows one notice, however often it comes. */
  readonly tag: string;
}

interface PushEvent extends Event {
  readonly data: { readonly json: () => Notice } | null;
  readonly waitUntil: (work: Promise<unknown>) => void;
}

interface ClickEvent extends Event {
  readonly notification: Notification & { readonly data: { readonly url: string } };
  readonly waitUntil: (work: Promise<unknown>) => void;
}

interface PushWorker {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { readonly openWindow: (url: string) => Promise<unknown> };
  addEventListener(name: "push", act: (event: PushEvent) => void): void;
  addEventListener(name: "notificationclick", act: (event: ClickEvent) => void): void;
}

/** The global of a service worker, which the types of a page don't know. */
const asWorker = (scope: object) => scope as PushWorker;
const worker = asWorker(globalThis);

worker.addEventListener("push", (event) => {
  const notice = event.data?.json();
  if (!notice) return;
  const { title, body, url, tag } = notice;
  event.waitUntil(worker.registration.showNotification(title, { body, tag, data: { url } }));
});

worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(worker.clients.openWindow(event.notification.data.url));
});
