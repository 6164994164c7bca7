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

/** What the form begins with; the house's server is not shown in it. */
const drafted = (kept: Settings) => ({
  host: kept.host ?? "",
  port: kept.port ?? 465,
  security: kept.security ?? ("tls" as const),
  user: kept.user ?? "",
  from: kept.goesBy === "own" ? (kept.from ?? "") : "",
  fromName: kept.goesBy === "own" ? (kept.fromName ?? "") : "",
});

function ServerForm({ kept }: { readonly kept: Settings }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(drafted(kept));
  const [password, setPassword] = useState("");
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const save = useAct("changeMailSettings", {
    stales: [...stales],
    done: () => notifications.show({ message: t("state.saved") }),
  });
  const faults = faultsByField(save.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ ...draft, ...(password === "" ? {} : { password }) });
      }}
    >
      <Stack maw={560}>
        {kept.goesBy === "house" && <Text size="sm">{t("mail.server.house", { from: kept.from })}</Text>}
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <TextInput
            label={t("mail.server.host")}
            placeholder="smtp.example.com"
            required
            value={draft.host}
            error={faults["host"]}
            onChange={(event) => change({ host: event.currentTarget.value })}
          />
          <NumberInput
            label={t("mail.server.port")}
            required
            min={1}
            max={65_535}
            hideControls
            value={draft.port}
            error={faults["port"]}
            onChange={(port) => change({ port: Number(port) })}
          />
        </Group>
        <NativeSelect
          label={t("mail.server.security")}
          value={draft.security}
          onChange={(event) =>
            change({ security: securities.find((one) => one === event.currentTarget.value) ?? "tls" })
          }
          data={securities.map((value) => ({ value, label: t(`mail.server.securities.${value}`) }))}
        />
        <TextInput
          label={t("mail.server.user")}
          autoComplete="off"
          value={draft.user}
          error={faults["user"]}
          onChange={(event) => change({ user: event.currentTarget.value })}
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
          value={draft.from}
          error={faults["from"]}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          label={t("mail.server.fromName")}
          value={draft.fromName}
          onChange={(event) => change({ fromName: event.currentTarget.value })}
        />
        <ProblemNote failure={save.error} />
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t("action.save")}
          </Button>
          {kept.goesBy === "own" && <ForgetServer />}
        </Group>
        {kept.goesBy !== "none" && <TestMail />}
      </Stack>
    </form>
  );
}

function ForgetServer() {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const forget = useAct("deleteMailSettings", { stales: [...stales] });
  return (
    <>
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
      <ProblemNote failure={forget.error} />
    </>
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
