import { ActionIcon, Button, Group, Stack, Text } from "@mantine/core";
import { IconFingerprint, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { auth, orThrow } from "#src/api/auth-client.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import classes from "#src/shell/shell.module.css";
import { AuthNote } from "#src/sign-in/auth-note.tsx";

const queryKey = ["", "passkeys"];

export function Passkeys() {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey });
  const passkeys = useQuery({
    queryKey,
    queryFn: async () => (await orThrow(auth.passkey.listUserPasskeys())).data ?? [],
  });
  const add = useMutation({
    mutationFn: () =>
      orThrow(auth.passkey.addPasskey({ name: t("account.passkeyName", { date: format.date(new Date()) }) })),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: (id: string) => orThrow(auth.passkey.deletePasskey({ id })),
    onSuccess: refresh,
  });
  return (
    <Stack>
      <Asked query={passkeys} rows={1}>
        {(rows) =>
          rows.length === 0 ? (
            <Text c="dimmed">{t("account.noPasskeys")}</Text>
          ) : (
            <ul className={classes.rows} aria-label={t("account.passkeys")}>
              {rows.map(({ id, name, createdAt }) => (
                <li key={id}>
                  <Group justify="space-between" wrap="nowrap">
                    <div>
                      <Text size="sm" fw={600}>
                        {name ?? t("account.passkey")}
                      </Text>
                      <Text size="sm" c="dimmed">
                        {createdAt ? format.date(createdAt) : ""}
                      </Text>
                    </div>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={t("account.removePasskey", { name: name ?? "" })}
                      onClick={() => remove.mutate(id)}
                    >
                      <IconTrash size={17} aria-hidden />
                    </ActionIcon>
                  </Group>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      <AuthNote failure={add.error ?? remove.error} />
      <Group>
        <Button
          variant="default"
          leftSection={<IconFingerprint size={18} aria-hidden />}
          loading={add.isPending}
          onClick={() => add.mutate()}
        >
          {t("account.addPasskey")}
        </Button>
      </Group>
    </Stack>
  );
}
