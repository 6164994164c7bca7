import type { Page } from "../../page/page.ts";
import { readPage } from "../../page/read-page.ts";
import type { Answer, Visitors } from "../../visit/visit.ts";
import { isOurs } from "../fetching/each-robot.ts";
import type { Finding } from "../rule.ts";
import { findContent } from "../tags.ts";

/** Whether the page that og:url names is there, and names itself so. */
export async function judgeTarget(
  url: URL,
  page: Page,
  web: Visitors,
): Promise<Pick<Finding, "key" | "values">[]> {
  const value = url.href;
  // The page itself has been had already.
  if (value === new URL(page.url).href) return [];
  const { answer, failure } = await web.visit(value, "samovar");
  if (failure) return isOurs(failure) ? [] : [{ key: "dead", values: { value, status: failure.kind } }];
  if (!answer) return [];
  if (answer.status !== 200) return [{ key: "dead", values: { value, status: answer.status } }];
  const other = nameOf(answer);
  return other === value ? [] : [{ key: "elsewhere", values: { value, other } }];
}

/** What a page calls itself: its og:url, else the address that it redirected to. */
function nameOf(answer: Answer): string {
  const { url, body, isTruncated, headers } = answer;
  const target = readPage({ url, body, isTruncated, contentType: headers.get("content-type") });
  return URL.parse(findContent(target, "og:url") ?? "", url)?.href ?? url;
}
