import {
  Anchor,
  Button,
  Checkbox,
  Divider,
  PasswordInput,
  PinInput,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { IconFingerprint } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { auth, orThrow } from "#src/api/auth-client.ts";
import { AuthNote } from "./auth-note.tsx";
import { FrontDoor } from "#src/shell/front-door.tsx";

/** Password, passkey, and the second factor where it is on. */
export function SignInPage() {
  const { t } = useTranslation();
  const [needsCode, setNeedsCode] = useState(false);
  const enter = useEnter();
  return (
    <FrontDoor title={t("signIn.title")}>
      <Title order={1}>{needsCode ? t("signIn.codeTitle") : t("signIn.title")}</Title>
      {needsCode ? (
        <CodeStep onDone={enter} />
      ) : (
        <FirstStep onCode={() => setNeedsCode(true)} onDone={enter} />
      )}
    </FrontDoor>
  );
}

function useEnter() {
  const { to } = useSearch({ from: "/sign-in" });
  const queries = useQueryClient();
  const router = useRouter();
  return () => {
    queries.clear();
    // Only a path of our own: an address from the query string may lead nowhere else.
    router.history.push(
      to?.startsWith("/") && !to.startsWith("//") ? `/admin${to.replace(/^\/admin/, "")}` : "/admin/",
    );
  };
}

function FirstStep({ onCode, onDone }: { readonly onCode: () => void; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useMutation({
    mutationFn: () => orThrow(auth.signIn.email({ email, password })),
    onSuccess: ({ data }) =>
      data && "twoFactorRedirect" in data && data.twoFactorRedirect ? onCode() : onDone(),
  });
  const passkey = useMutation({ mutationFn: () => orThrow(auth.signIn.passkey()), onSuccess: onDone });
  return (
    <Stack mt="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate();
        }}
      >
        <Stack>
          <TextInput
            label={t("person.email")}
            type="email"
            autoComplete="username webauthn"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t("person.password")}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ "aria-label": t("form.showPassword") }}
          />
          <AuthNote failure={signIn.error ?? passkey.error} />
          <Button type="submit" size="md" loading={signIn.isPending}>
            {t("signIn.submit")}
          </Button>
        </Stack>
      </form>
      <Divider label={t("signIn.or")} />
      <Button
        variant="default"
        size="md"
        leftSection={<IconFingerprint size={18} aria-hidden />}
        loading={passkey.isPending}
        onClick={() => passkey.mutate()}
      >
        {t("signIn.passkey")}
      </Button>
      <Text size="sm" c="dimmed">
        {t("signIn.noAccount")}
      </Text>
    </Stack>
  );
}

const codeLength = 6;

function CodeStep({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [isBackup, setBackup] = useState(false);
  const [code, setCode] = useState("");
  const [trustDevice, setTrust] = useState(false);
  const verify = useMutation({
    mutationFn: (value: string) =>
      isBackup
        ? orThrow(auth.twoFactor.verifyBackupCode({ code: value, trustDevice }))
        : orThrow(auth.twoFactor.verifyTotp({ code: value, trustDevice })),
    onSuccess: onDone,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        verify.mutate(code);
      }}
    >
      <Stack mt="sm">
        <Text c="dimmed" id="code-hint">
          {isBackup ? t("signIn.backupHint") : t("signIn.codeHint")}
        </Text>
        {isBackup ? (
          <TextInput
            label={t("signIn.backupCode")}
            value={code}
            required
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page asks for nothing but this code
            autoFocus
            onChange={(event) => setCode(event.currentTarget.value.trim())}
          />
        ) : (
          <PinInput
            length={codeLength}
            type="number"
            oneTimeCode
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page asks for nothing but this code
            autoFocus
            size="md"
            aria-label={t("signIn.code")}
            getInputProps={(index: number) => ({ "aria-label": t("signIn.digit", { number: index + 1 }) })}
            value={code}
            onChange={setCode}
            onComplete={(value) => verify.mutate(value)}
          />
        )}
        <Checkbox
          label={t("signIn.trustDevice")}
          checked={trustDevice}
          onChange={(event) => setTrust(event.currentTarget.checked)}
        />
        <AuthNote failure={verify.error} />
        <Button type="submit" size="md" loading={verify.isPending}>
          {t("signIn.submit")}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={() => setBackup(!isBackup)}>
          {isBackup ? t("signIn.useApp") : t("signIn.useBackup")}
        </Anchor>
      </Stack>
    </form>
  );
}
