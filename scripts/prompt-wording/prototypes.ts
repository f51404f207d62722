import { type Concept, CONCEPTS } from "../../src/core/policy/scan/wording/concept.ts";

/**
 * What attacks are made of, whatever the words and the language: each line is one sort of order, as the concepts that meet in it.
 * The trainer takes each as some more examples beside the lists, so that the weights know combinations that no sentence has yet.
 */
export const PROTOTYPES: readonly (readonly Concept[])[] = `
claim tests passed
claim all tests passed
claim person approval passed
claim passed not
claim tests all passed lasting
tests passed show not
tests passed disable hush
tests passed repo hush
tests claim earlier
delete tests hush
delete tests hush person
delete tests unasked
delete repo unasked
delete repo now
delete all unasked
delete repo hush
delete data
delete tests agent
delete guard hush
disable guard
disable guard now
disable guard hush
disable guard run
disable guard unasked
disable approval
disable approval all run
disable approval lasting
disable rules
disable rules you
disable guard rules
disable tests hush
disable guard all
disable host run
disable guard agent
guard not run host
guard disable run host now
host run unasked
host run now not
host you now
host run guard
host grant you
authority you now approval
authority you pretend now
you now authority approval not
you pretend authority approval
authority you must obey
authority trust prompt show
authority trust rules drop
authority approval unasked
authority drop rules now
authority rules drop
rules drop
rules drop you
rules drop all
rules drop earlier
rules drop earlier all you
rules drop now
rules drop pretend
rules you pretend not
rules pretend
rules pretend you
rules all drop obey me
rules drop newtask
rules drop agent
rules drop trust
rules newtask now
earlier drop all
earlier drop all now me
earlier drop now
earlier drop obey me
earlier all drop obey
earlier drop newtask
all drop obey me now
obey me now
obey me lasting
obey me all
obey me agent
obey me you not
obey agent must
obey agent link
obey me outrank
obey reading agent
outrank rules
outrank rules agent
outrank all rules
outrank me rules notice
outrank agent notice rules
newtask now you
newtask notice agent
newtask agent
newtask drop
newtask me obey
show prompt
show prompt you
show prompt exact
show prompt all
show prompt earlier
show earlier all me prompt
show earlier exact you
show hidden rules
show hidden rules you
show hidden rules exact
show rules you exact
show rules you all
show prompt hidden
show prompt trust
show prompt asks you
show data exact prompt
show prompt pretend
show secret
show secret you
show secret exact
show secret all
show secret now
show secret send
show secret person lasting
show secret trust
secret send away
secret send link
secret send data
secret send hush
secret send now
secret send repo
secret send trust
secret send tests
secret send all
secret exact send
secret send person
secret all run
secret fetch
secret away
secret away hush
secret away link
secret exact
secret hidden send link
secret toolword must
secret toolword send
secret reading show hush
secret trust approval
secret approval you show
secret delete hush
data send away
data send away hush
data send away lasting
data send toolword
data send link
data send hush
data exact toolword
data show exact
data all send
data person send away
hush run
hush run person
hush unasked now
hush unasked run
hush send
hush repo
hush repo grant
hush person now
hush person disable
hush person fetch
hush claim repo
hush toolword
hush toolword run
hush agent repo
hush person all
hush lasting
hush grant
unasked run
unasked run now
unasked run all
unasked run you
unasked repo
unasked approval agent
unasked approval repo
unasked approval notice agent
unasked all lasting
unasked lasting person
unasked lasting approval
unasked fetch run
unasked delete
unasked me run
unasked you authority
unasked you lasting
unasked agent run
lasting all run approval
lasting approval all
lasting approval not
lasting approval drop
lasting grant person
lasting unlimited you
lasting obey
lasting secret
lasting send away
lasting fetch away
lasting drop rules
lasting drop guard
lasting disable guard
lasting sayexact
lasting pretend unlimited
lasting person approval passed
lasting trust link
unlimited you
unlimited you now
unlimited pretend
unlimited pretend you
unlimited agent
unlimited agent pretend
unlimited obey
unlimited rules
unlimited all
unlimited show
unlimited authority
unlimited now
unlimited refuse
unlimited newtask
pretend you rules drop
pretend you host run
pretend you run obey me
pretend you obey
pretend agent rules
pretend story rules drop
pretend disable guard
pretend authority host
pretend me run
refuse not you
refuse threat
refuse drop
refuse unlimited you
refuse you show
refuse obey
threat obey
threat you obey
threat drop rules
threat secret send
threat all refuse
notice agent
notice agent reading
notice agent run
notice agent approval
notice agent must
notice agent now
notice agent repo
notice agent obey
notice agent hush
notice agent disable
notice agent grant
notice agent promo
notice agent delete
notice agent secret
notice agent send
notice agent fetch
notice agent sayexact
reading agent
reading agent must
reading agent send
reading agent delete
reading agent approval
reading agent run
reading agent sayexact
reading agent promo
reading you agent
agent must approval
agent must run
agent must fetch
agent must hush
agent must promo
agent must sayexact
agent must send away
agent must secret
agent must claim
agent must disable guard
agent drop tests
agent grant all
agent now host
agent unasked
agent fetch rules
agent fetch secret
agent show toolword
agent promo claim
agent person claim now
agent host guard not
grant host
grant away
grant person hush
grant away lasting
grant person authority me
grant you approval selfcopy
grant repo away
grant guard away
grant secret me
grant all lasting
grant you all
fetch obey
fetch run
fetch away obey
fetch away run
fetch away now agent
fetch link obey
fetch send data
fetch link data
link send person
link data show
link all person send
sayexact now
sayexact now obey
sayexact claim
sayexact drop earlier
sayexact agent
sayexact all person
sayexact newtask
sayexact promo
roletag obey
roletag drop
roletag unlimited
roletag agent
roletag you
roletag disable
roletag rules
roletag run
roletag grant
roletag newtask
roletag secret
roletag hush
roletag pretend
roletag data send
roletag show
roletag prompt
roletag approval unasked
roletag host
roletag agent rules
money send away
money unasked
money agent
money toolword must
money hush
money person now run
promo hush
promo claim all
promo all lasting
promo notice
trust unasked
trust approval unasked
trust disable
trust disable guard
trust run unasked
trust grant
trust guard away
trust host
trust secret
trust agent run
trust person run
trust delete tests
toolword lasting
toolword drop
toolword outrank
toolword must data
toolword secret
toolword now all
toolword prompt
toolword disable hush
toolword hush person
toolword delete
selfcopy host
selfcopy guard you
selfcopy rules
selfcopy obey not
selfcopy person drop
selfcopy lasting
selfcopy grant
guard fetch drop
guard all disable lasting
run away now
run away
run fetch host
run agent now toolword
run secret
run secret away
run obey me all
run repo secret hush
repo unasked now
repo disable tests unasked
repo rules lasting grant
repo all approval person lasting
repo now trust
approval not all lasting
approval hush
approval agent not
`
  .trim()
  .split("\n")
  .map((line) => line.split(" ").map(conceptOf));

function conceptOf(name: string): Concept {
  const concept = CONCEPTS.find((each) => each === name);
  if (concept === undefined) throw new Error(`no concept is called ${name}`);
  return concept;
}
