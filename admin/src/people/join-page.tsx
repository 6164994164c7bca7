import { Anchor, Button, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { auth, orThrow } from "#src/api/auth-client.ts";
import { rememberWorkspace } from "#src/api/client.ts";
import { useClient } from "#src/api/session.tsx";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { FrontDoor } from "#src/shell/front-door.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { minPasswordLength } from "#src/sign-in/password.ts";

/** Where an invitation's link leads. */
export function JoinPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { token } = useParams({ from: "/join/$token" });
  const client = useClient();
  const invitation = useAsk("getInvitation", { token });
  const me = useQuery({ queryKey: ["", "getMe", {}], queryFn: () => client.ask("getMe", {}), retry: false });
  return (
    <FrontDoor title={t("join.title")}>
      <Asked query={invitation}>
        {({ workspaceName, role, expiresAt }) => (
          <>
            <Title order={1}>{t("join.heading", { name: workspaceName })}</Title>
            <p className="dimmed">
              {t("join.lead", { role: t(`roles.${role}.name`), until: format.dateTime(expiresAt) })}
            </p>
            {me.data ? <JoinAsMe token={token} name={me.data.person.name} /> : <JoinAsNew token={token} />}
          </>
        )}
      </Asked>
    </FrontDoor>
  );
}

function JoinAsMe({ token, name }: { readonly token: string; readonly name: string }) {
  const { t } = useTranslation();
  const join = useJoin(token);
  return (
    <Stack mt="lg">
      <ProblemNote failure={join.error} />
      <Button size="md" loading={join.isPending} onClick={() => join.mutate(undefined)}>
        {t("join.asMe", { name })}
      </Button>
    </Stack>
  );
}

function JoinAsNew({ token }: { readonly token: string }) {
  const { t } = useTranslation();
  const [person, setPerson] = useState({ name: "", email: "", password: "" });
  const join = useJoin(token);
  const set = (key: keyof typeof person) => (event: { readonly currentTarget: { readonly value: string } }) =>
    setPerson({ ...person, [key]: event.currentTarget.value });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        join.mutate(person);
      }}
    >
      <Stack mt="lg">
        <TextInput
          label={t("person.name")}
          autoComplete="name"
          required
          value={person.name}
          onChange={set("name")}
        />
        <TextInput
          label={t("person.email")}
          type="email"
          autoComplete="email"
          required
          value={person.email}
          onChange={set("email")}
        />
        <PasswordInput
          label={t("person.password")}
          description={t("form.password", { count: minPasswordLength })}
          autoComplete="new-password"
          minLength={minPasswordLength}
          required
          value={person.password}
          onChange={set("password")}
          visibilityToggleButtonProps={{ "aria-label": t("form.showPassword") }}
        />
        <ProblemNote failure={join.error} />
        <Button type="submit" size="md" loading={join.isPending}>
          {t("join.submit")}
        </Button>
        <Text size="sm" c="dimmed">
          {t("join.haveAccount")}{" "}
          <Anchor
            renderRoot={(props: object) => (
              <Link to="/sign-in" search={{ to: `/join/${token}` }} {...props} />
            )}
          >
            {t("signIn.submit")}
          </Anchor>
        </Text>
      </Stack>
    </form>
  );
}

function useJoin(token: string) {
  const client = useClient();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (person: { name: string; email: string; password: string } | undefined) => {
      const workspace = await client.ask("acceptInvitation", { token, ...(person ? { person } : {}) });
      if (person) await orThrow(auth.signIn.email({ email: person.email, password: person.password }));
      return workspace;
    },
    onSuccess: async ({ id }) => {
      rememberWorkspace(id);
      queries.clear();
      await navigate({ to: "/" });
    },
  });
}
