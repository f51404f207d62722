import { Menu, MenuRange } from "@grammyjs/menu";
import { bold, code, paragraph, type Block } from "../../lib/blocks.ts";
import type { Knob, KnobChange, Knobs } from "../../core/ports/knobs.ts";
import type { MenuContext } from "./menu-context.ts";

/** All knobs; pressing one offers its values. Changing takes a maintainer. */
export function createKnobsMenu(knobs: Knobs): Menu<MenuContext> {
  const one = new Menu<MenuContext>("knob", { autoAnswer: false }).dynamic((context) => oneKnob(knobs, context));
  const all = new Menu<MenuContext>("knobs", { autoAnswer: false }).dynamic(() => {
    const range = new MenuRange<MenuContext>();
    for (const [index, knob] of knobs.list().entries()) {
      const mark = knob.value === knob.initial ? "" : " •";
      range
        .submenu({ text: `${knob.key}: ${knob.value}${mark}`, payload: `${index}` }, "knob", async (context) => {
          if (!(await context.may("maintainer"))) return context.menu.nav("knobs");
          context.show(knobBlocks(knob));
        })
        .row();
    }
    return range;
  });
  all.register(one);
  return all;
}
export function knobsBlocks(knobs: Knobs): readonly Block[] {
  const changed = knobs.list().filter((knob) => knob.value !== knob.initial).length;
  return [
    paragraph(bold("Knobs"), " can be changed while I run; what is changed is kept over restarts."),
    paragraph(
      changed === 0 ? "All are as the file says." : `${changed} differ from the file (•).`,
      " ",
      code("/set <key> <value>"),
      " sets any value.",
    ),
  ];
}
function oneKnob(knobs: Knobs, context: MenuContext): MenuRange<MenuContext> {
  const range = new MenuRange<MenuContext>();
  const index = Number((context.match ?? "").split(":")[0]);
  const knob = knobs.list()[index];
  if (knob !== undefined) {
    for (const [at, choice] of knob.choices.entries()) {
      const chosen = choice === knob.value;
      range.text(
        { text: chosen ? `✓ ${choice}` : choice, payload: `${index}:${at}`, ...(chosen ? { style: "primary" } : {}) },
        async (pressed) => change(pressed, knobs, () => knobs.set(knob.key, choice, pressed.who)),
      );
    }
    range.row();
    if (knob.value !== knob.initial)
      range
        .text({ text: `As the file says: ${knob.initial}`, payload: `${index}:r` }, async (pressed) =>
          change(pressed, knobs, () => knobs.reset(knob.key, pressed.who)),
        )
        .row();
  }
  return range.back({ text: "‹ Back", payload: `${index}:b` }, (pressed) => pressed.show(knobsBlocks(knobs)));
}
async function change(context: MenuContext, knobs: Knobs, act: () => Promise<KnobChange>): Promise<void> {
  if (!(await context.may("maintainer"))) return;
  const done = await act();
  const key = done.kind === "refused" ? done.knob.key : done.kind === "unknown" ? "" : done.key;
  const knob = knobs.list().find((each) => each.key === key);
  if (knob !== undefined) context.show(knobBlocks(knob));
  await context.answerCallbackQuery({ text: toastOf(done) });
  context.menu.update();
}
function toastOf(done: KnobChange): string {
  switch (done.kind) {
    case "changed":
      return `${done.key}: ${done.from} → ${done.to}`;
    case "same":
      return `${done.key} is ${done.value} already.`;
    case "refused":
      return done.problem;
    case "unknown":
      return "There is no such knob any more.";
  }
}
function knobBlocks({ key, value, initial, about, bounds }: Knob): readonly Block[] {
  return [
    paragraph(bold(key), " is ", bold(value), value === initial ? "" : `; the file says ${initial}`, "."),
    paragraph(about),
    paragraph(bounds, " Any other value: ", code(`/set ${key} <value>`), "."),
  ];
}
