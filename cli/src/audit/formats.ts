import {
  htmlReport,
  jsonReport,
  junitReport,
  sarifReport,
  terminalReport,
  type Report,
  type ReportSubject,
} from "@samovar/audit";
import type { Format } from "./audit-command.ts";

interface Looks {
  readonly isColoured: boolean;
  readonly width: number;
  readonly isDetailed: boolean;
  readonly picture: (url: string) => string | undefined;
}

/** The forms of a report, by the name that is typed. */
export const formats = {
  terminal: (subject, looks) => terminalReport(subject, looks),
  html: (subject, { picture }) => htmlReport(subject, { picture }),
  json: (subject) => jsonReport(subject),
  sarif: (subject) => sarifReport(subject),
  junit: (subject) => junitReport(subject),
} satisfies Readonly<Record<Format, (subject: ReportSubject, looks: Looks) => Report>>;
