import { expect, test } from "vitest";
import { startApp } from "../support/app.ts";
import { beginWork, EDIT, FINISH, PLAN } from "../support/sample-work.ts";
import { openScriptedModel } from "../support/scripted-model.ts";

const PRICE = "[model.price]\ninput_usd = 1\ncached_input_usd = 1\noutput_usd = 10";

test("talk that its purse cannot pay is not asked of the model; the person is told which purse it is and when it is filled", async () => {
  await using model = await openScriptedModel([]);
  await using app = await startApp({ modelUrl: model.baseUrl, config: `${PRICE}\n\n[budget.purposes]\ntalk = 0.01` });
  await app.says("What is this about?");
  await app.until(
    /Today's purse for talk has not enough left: \$0\.00 of \$0\.01 are spent[^]*It is filled again at[^]*budget\.purposes\.talk/,
  );
  await app.says("/cost");
  await app.until(
    /Today's purses[^]*all together: \$20(\.00)? left of \$20(\.00)?[^]*for talk: \$0\.01 left of \$0\.01/,
  );
});

test("planning and work are paid from the day; work that it cannot pay waits, and goes on when an owner raises it", async () => {
  await using model = await openScriptedModel([PLAN, EDIT, FINISH]);
  await using app = await startApp({ modelUrl: model.baseUrl, config: `${PRICE}\n\n[budget]\nday_usd = 0.09` });
  await beginWork(app);
  await app.until(/Today's purse has not enough left[^]*It is filled again at[^]*budget\.day_usd/);
  expect(model.requests).toHaveLength(1);
  await app.restart();
  await app.says("/set budget.day_usd 5");
  await app.until(/budget\.day_usd[^]*0\.09 → 5/);
  await app.presses("Go on");
  await app.until(/✅ Task 1[^]*Proof/);
  await app.says("/cost");
  await app.until(/for talk: \$0\.0\d+ spent[^]*for work: \$0\.0\d+ spent[^]*spark coder: \$0\.0\d+ spent/);
});
