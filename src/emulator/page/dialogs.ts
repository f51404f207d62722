import type { LocalUser } from "../client-api.ts";
import { h, type Child } from "./h.ts";
import { nameOf } from "./summary.ts";

type Buttons = { readonly accept: string; readonly cancel?: string };

/** Shows a dialog and waits for the person; Escape and Cancel are `false`. */
async function ask(title: string, content: readonly Child[], { accept, cancel }: Buttons): Promise<boolean> {
  const form: HTMLElement = h(
    "form",
    { method: "dialog" },
    h("h2", { id: "dialog-title" }, title),
    content,
    h(
      "div",
      { class: "dialog-buttons" },
      cancel !== undefined &&
        h("button", { type: "button", class: "button plain", onclick: () => dialog.close() }, cancel),
      h("button", { type: "submit", class: "button primary", value: "accept" }, accept),
    ),
  );
  const dialog: HTMLDialogElement = h("dialog", { "aria-labelledby": "dialog-title" }, form);
  document.body.append(dialog);
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  dialog.remove();
  return dialog.returnValue === "accept";
}

export async function confirmLink(address: string): Promise<boolean> {
  return ask("Open this link?", [h("p", { class: "address", dir: "ltr" }, address)], {
    accept: "Open",
    cancel: "Cancel",
  });
}

export async function tell(title: string, text: string): Promise<void> {
  await ask(title, [h("p", { class: "words", dir: "auto" }, text)], { accept: "OK" });
}

export async function askName(): Promise<string | undefined> {
  const name = h("input", {
    type: "text",
    required: true,
    maxlength: 64,
    autocomplete: "off",
    "aria-label": "First name",
    placeholder: "First name",
    autofocus: true,
  });
  const accepted = await ask(
    "New user",
    [h("p", { class: "faint" }, "Another person to speak as, to try groups and permissions."), name],
    { accept: "Create", cancel: "Cancel" },
  );
  return accepted && name.value.trim() !== "" ? name.value.trim() : undefined;
}

export type NewGroup = { readonly title: string; readonly memberIds: readonly number[]; readonly forum: boolean };

/** The bot is a member of every group; of the users, the one who creates it and whoever is ticked. */
export async function askGroup(users: readonly LocalUser[], creatorId: number): Promise<NewGroup | undefined> {
  const title = h("input", {
    type: "text",
    required: true,
    maxlength: 128,
    autocomplete: "off",
    "aria-label": "Group name",
    placeholder: "Group name",
    autofocus: true,
  });
  const boxes = users.map((user) => ({
    user,
    box: h("input", { type: "checkbox", checked: true, disabled: user.id === creatorId }),
  }));
  const forum = h("input", { type: "checkbox" });
  const members = h(
    "fieldset",
    {},
    h("legend", {}, "Members"),
    boxes.map(({ user, box }) => h("label", { class: "tick" }, box, nameOf(user), user.id === creatorId && " (you)")),
  );
  const accepted = await ask("New group", [title, members, h("label", { class: "tick" }, forum, "With topics")], {
    accept: "Create",
    cancel: "Cancel",
  });
  if (!accepted || title.value.trim() === "") return undefined;
  const memberIds = boxes.filter(({ box }) => box.checked).map(({ user }) => user.id);
  return { title: title.value.trim(), memberIds, forum: forum.checked };
}
