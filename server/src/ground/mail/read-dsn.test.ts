import { expect, test } from "vitest";
import { readDsn } from "./read-dsn.ts";

const report = (recipients: string) => `From: MAILER-DAEMON@mx.example\r
Content-Type: multipart/report; report-type=delivery-status; boundary=b\r
\r
--b\r
Content-Type: text/plain\r
\r
Your letter to stranger@elsewhere.example could not be delivered.\r
--b\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; mx.example\r
\r
${recipients}\r
--b--\r
`;

test("a report of a mailbox that does not exist names the address, however long its lines", () => {
  const one =
    "Final-Recipient: rfc822;\r\n gone@tea.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 No such\r\n user here";
  expect(readDsn(report(one))).toEqual({
    gone: [{ address: "gone@tea.example", reason: "bounce", detail: "smtp; 550 5.1.1 No such user here" }],
    other: [],
  });
});

test("a full mailbox, a refused text and a delay are no bounce", () => {
  const many = ["4.2.2 delayed", "5.2.2 failed", "5.7.1 failed"].map((line, index) => {
    const [status, action] = line.split(" ");
    return `Final-Recipient: rfc822; r${index}@tea.example\r\nAction: ${action}\r\nStatus: ${status}`;
  });
  expect(readDsn(report(many.join("\r\n\r\n")))).toEqual({
    gone: [],
    other: ["r0@tea.example", "r1@tea.example", "r2@tea.example"],
  });
});

test("a complaint names who complained", () => {
  const text = "Feedback-Type: abuse\r\nUser-Agent: Mailbox/1\r\nOriginal-Rcpt-To: <angry@tea.example>\r\n";
  expect(readDsn(text).gone).toEqual([
    { address: "angry@tea.example", reason: "complaint", detail: "Feedback-Type: abuse" },
  ]);
});

test("a letter that is no report names nobody", () => {
  expect(readDsn("Subject: hello\r\n\r\nFinal words")).toEqual({ gone: [], other: [] });
  expect(readDsn("")).toEqual({ gone: [], other: [] });
});
