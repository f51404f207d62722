// The least that a grammY bot can be: what others are measured against. Ends with its standard input.
import { Bot } from "grammy";

const [, , apiRoot = "", token = ""] = process.argv;
const bot = new Bot(token, { client: { apiRoot } });
bot.on("message:text", (context) => context.reply(context.message.text));
process.stdin.on("end", () => process.exit(0)).resume();
void bot.start({ onStart: () => console.log("Paired with everybody.") });
