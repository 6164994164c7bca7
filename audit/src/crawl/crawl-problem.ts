/** Why a crawl cannot begin or go on, with what to do; for people. */
export class CrawlProblem extends Error {
  override readonly name = "CrawlProblem";
}
