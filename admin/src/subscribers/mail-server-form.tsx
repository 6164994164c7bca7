import {
  Alert,
  Button,
  Group,
  NativeSelect,
  NumberInput,
  PasswordInput,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { faultsByField } from "#src/api/problem.ts";
import { useAct, useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { useConfirm } from "#src/shell/confirm.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";

type Settings = Output<"getMailSettings">;
const securities = ["tls", "starttls", "offered", "none"] as const;
const stales = ["getMailSettings", "getMailState", "listMails"] as const;

export function MailServerForm() {
  const settings = useAsk("getMailSettings", {});
  return (
    <Asked query={settings}>{(kept) => <ServerForm key={kept.changedAt ?? kept.goesBy} kept={kept} />}</Asked>
  );
}

function ServerForm({ kept }: { readonly kept: Settings }) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const isOwn = kept.goesBy === "own";
  const [host, setHost] = useState(kept.host ?? "");
  const [port, setPort] = useState<number | string>(kept.port ?? 465);
  const [security, setSecurity] = useState<(typeof securities)[number]>(kept.security ?? "tls");
  const [user, setUser] = useState(kept.user ?? "");
  const [password, setPassword] = useState("");
  const [from, setFrom] = useState(isOwn ? (kept.from ?? "") : "");
  const [fromName, setFromName] = useState(isOwn ? (kept.fromName ?? "") : "");
  const save = useAct("changeMailSettings", {
    stales: [...stales],
    done: () => notifications.show({ message: t("state.saved") }),
  });
  const forget = useAct("deleteMailSettings", { stales: [...stales] });
  const faults = faultsByField(save.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const own = { host, port: Number(port), security, user, from, fromName };
        save.mutate({ ...own, ...(password === "" ? {} : { password }) });
      }}
    >
      <Stack maw={560}>
        {kept.goesBy === "house" && <Text size="sm">{t("mail.server.house", { from: kept.from })}</Text>}
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <TextInput
            label={t("mail.server.host")}
            placeholder="smtp.example.com"
            required
            value={host}
            error={faults["host"]}
            onChange={(event) => setHost(event.currentTarget.value)}
          />
          <NumberInput
            label={t("mail.server.port")}
            required
            min={1}
            max={65_535}
            hideControls
            value={port}
            error={faults["port"]}
            onChange={setPort}
          />
        </Group>
        <NativeSelect
          label={t("mail.server.security")}
          value={security}
          onChange={(event) =>
            setSecurity(securities.find((one) => one === event.currentTarget.value) ?? "tls")
          }
          data={securities.map((value) => ({ value, label: t(`mail.server.securities.${value}`) }))}
        />
        <TextInput
          label={t("mail.server.user")}
          autoComplete="off"
          value={user}
          error={faults["user"]}
          onChange={(event) => setUser(event.currentTarget.value)}
        />
        <PasswordInput
          label={t("mail.server.password")}
          description={kept.hasPassword ? t("mail.server.passwordKept") : undefined}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ "aria-label": t("form.showPassword") }}
        />
        <TextInput
          label={t("mail.server.from")}
          type="email"
          required
          value={from}
          error={faults["from"]}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          label={t("mail.server.fromName")}
          value={fromName}
          onChange={(event) => setFromName(event.currentTarget.value)}
        />
        <ProblemNote failure={save.error ?? forget.error} />
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t("action.save")}
          </Button>
          {isOwn && (
            <Button
              variant="default"
              loading={forget.isPending}
              onClick={() =>
                confirm({
                  title: t("mail.server.forgetTitle"),
                  body: t("mail.server.forgetBody"),
                  yes: t("mail.server.forget"),
                  onYes: () => forget.mutate({}),
                })
              }
            >
              {t("mail.server.forget")}
            </Button>
          )}
        </Group>
        {kept.goesBy !== "none" && <TestMail />}
      </Stack>
    </form>
  );
}

function TestMail() {
  const { t, i18n } = useTranslation();
  const test = useAct("sendTestMail");
  return (
    <>
      <div>
        <Button
          variant="default"
          loading={test.isPending}
          onClick={() => test.mutate({ language: i18n.language === "ru" ? "ru" : "en" })}
        >
          {t("mail.test.send")}
        </Button>
      </div>
      {test.data && (
        <Alert
          role="status"
          color={test.data.isSent ? "green" : "red"}
          title={t(test.data.isSent ? "mail.test.sent" : "mail.test.refused", { to: test.data.to })}
        >
          <span style={{ overflowWrap: "anywhere" }}>{test.data.reply}</span>
        </Alert>
      )}
      <ProblemNote failure={test.error} />
    </>
  );
}
