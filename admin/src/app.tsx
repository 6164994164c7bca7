import { MantineProvider } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import "dayjs/locale/ru";
import { useTranslation } from "react-i18next";
import { problemOf } from "./api/problem.ts";
import { createAppRouter } from "./router.tsx";
import { theme } from "./theme.ts";

const router = createAppRouter();
const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 15_000, retry: shouldRetry }, mutations: { retry: false } },
});

/** The page's nonce, which the server also names in its Content-Security-Policy. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;
Object.assign(globalThis, { __webpack_nonce__: nonce }); // the scroll lock's own <style> reads it there

export function App() {
  const { i18n } = useTranslation();
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      {...(nonce ? { getStyleNonce: () => nonce } : {})}
    >
      <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: i18n.language === "ru" ? 1 : 0 }}>
        <QueryClientProvider client={queries}>
          <ModalsProvider>
            <Notifications position="bottom-right" limit={4} />
            <RouterProvider router={router} />
          </ModalsProvider>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}

/** Only what may heal by itself is asked again. */
function shouldRetry(failures: number, failure: unknown): boolean {
  return failures < 2 && ["offline", "bug", "unavailable"].includes(problemOf(failure).code);
}
