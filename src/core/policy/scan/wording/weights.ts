// Written by scripts/train-prompt-wording.ts from 2393 attacks and 34243 harmless sentences.
export const BIAS = -4.05;
/** `concept=weight`, `one+other=weight` for two in a sentence, `^concept=weight` for what begins it. */
export const WEIGHTS = `
?=0.15 ^agent=-0.06 ^all=-1.17 ^approval=-0.36 ^asks=0.08 ^authority=-0.49 ^away=-0.19 ^data=-0.95 ^delete=-1.16 ^dev=-0.53 ^disable=0.66 ^drop=-0.24
^earlier=0.56 ^exact=-0.11 ^fetch=-0.54 ^grant=-0.54 ^guard=-1.11 ^hidden=0.19 ^host=0.05 ^hush=-0.23 ^lasting=-0.36 ^link=-0.20 ^me=1.27 ^money=0.05
^must=-0.64 ^newtask=-0.32 ^not=-0.37 ^notice=0.89 ^now=-0.51 ^obey=-0.24 ^passed=1.35 ^person=-0.10 ^pretend=0.91 ^promo=-0.17 ^prompt=-0.49
^reading=-1.03 ^refuse=-0.24 ^repo=-0.43 ^roletag=-0.07 ^rules=-1.01 ^run=-1.03 ^sayexact=-0.09 ^secret=-0.69 ^selfcopy=0.31 ^send=-0.18 ^show=-0.07
^story=-0.62 ^tests=-0.84 ^threat=-0.77 ^toolword=-0.91 ^trust=0.13 ^unasked=-0.90 ^unlimited=-0.69 ^you=-0.07 agent=1.55 agent+all=-0.27
agent+approval=0.94 agent+asks=-0.83 agent+authority=0.13 agent+away=-0.54 agent+claim=0.72 agent+data=-1.55 agent+delete=0.56 agent+dev=0.65
agent+disable=0.03 agent+drop=-0.13 agent+earlier=-0.67 agent+exact=-0.30 agent+fetch=0.55 agent+grant=0.38 agent+guard=-0.74 agent+hidden=0.14
agent+host=0.24 agent+hush=-0.46 agent+lasting=-0.98 agent+link=-0.13 agent+money=0.32 agent+must=2.23 agent+newtask=0.80 agent+not=0.60
agent+notice=2.67 agent+now=0.75 agent+outrank=0.07 agent+passed=0.93 agent+person=-0.03 agent+pretend=-0.16 agent+promo=0.58 agent+prompt=-1.77
agent+reading=2.30 agent+refuse=-0.44 agent+repo=1.36 agent+roletag=1.02 agent+rules=0.06 agent+run=0.11 agent+sayexact=-0.06 agent+secret=-0.53
agent+selfcopy=-0.04 agent+send=0.48 agent+show=0.36 agent+story=0.03 agent+tests=0.63 agent+threat=-0.13 agent+toolword=0.21 agent+trust=0.15
agent+unasked=0.19 agent+unlimited=0.61 all=0.21 all+approval=0.56 all+asks=-0.60 all+away=-0.52 all+claim=0.67 all+data=-0.17 all+delete=0.47
all+dev=-0.19 all+disable=-0.06 all+drop=-0.10 all+exact=-0.39 all+fetch=-0.92 all+grant=0.36 all+guard=0.13 all+host=-0.22 all+hush=0.04
all+lasting=0.35 all+link=-0.40 all+money=-0.42 all+must=-0.20 all+newtask=0.05 all+not=-0.34 all+notice=-0.29 all+now=0.03 all+obey=-0.63
all+outrank=-0.19 all+passed=0.44 all+pretend=-0.87 all+promo=0.94 all+reading=-0.47 all+refuse=0.11 all+repo=0.15 all+roletag=0.19 all+run=0.13
all+sayexact=-0.22 all+secret=0.40 all+selfcopy=-0.08 all+send=0.19 all+show=-0.10 all+story=0.45 all+tests=-0.27 all+threat=0.23 all+toolword=0.40
all+trust=-0.11 all+unasked=0.30 all+unlimited=0.41 approval=1.26 approval+asks=-1.00 approval+claim=0.05 approval+delete=-0.35 approval+dev=0.07
approval+disable=0.24 approval+drop=-0.06 approval+exact=-0.35 approval+fetch=-0.42 approval+grant=-1.19 approval+guard=-1.27 approval+host=-0.04
approval+hush=0.14 approval+lasting=2.33 approval+money=-0.02 approval+must=0.07 approval+newtask=-0.33 approval+not=0.10 approval+notice=0.20
approval+now=-0.15 approval+obey=-0.70 approval+passed=0.47 approval+pretend=0.21 approval+promo=-0.11 approval+reading=0.15 approval+refuse=-0.56
approval+repo=-0.29 approval+roletag=0.42 approval+run=0.16 approval+sayexact=-0.23 approval+selfcopy=0.15 approval+send=-0.35 approval+show=-0.52
approval+story=0.19 approval+threat=-0.02 approval+toolword=-0.64 approval+trust=-0.89 approval+unasked=-0.59 approval+unlimited=-0.08 asks=-0.93
asks+not=-0.51 authority=0.10 authority+all=-0.59 authority+approval=0.74 authority+asks=-0.24 authority+away=-0.03 authority+claim=-0.55
authority+data=-0.28 authority+delete=0.05 authority+dev=-0.24 authority+disable=-0.27 authority+drop=1.24 authority+earlier=-0.39
authority+exact=0.14 authority+fetch=-0.05 authority+grant=0.29 authority+guard=0.23 authority+hidden=-0.72 authority+host=-1.40 authority+hush=0.65
authority+lasting=-0.29 authority+link=-0.55 authority+money=-0.14 authority+must=0.33 authority+newtask=-0.38 authority+not=0.11
authority+notice=0.28 authority+now=0.62 authority+obey=0.83 authority+outrank=0.12 authority+passed=0.25 authority+pretend=1.16 authority+promo=0.49
authority+prompt=0.45 authority+reading=-0.41 authority+refuse=-0.27 authority+repo=-0.53 authority+rules=0.33 authority+run=-0.52
authority+sayexact=0.07 authority+secret=-0.49 authority+selfcopy=0.18 authority+send=-0.38 authority+show=-0.31 authority+story=-0.05
authority+tests=0.19 authority+threat=-0.06 authority+toolword=-0.92 authority+trust=-0.21 authority+unasked=0.39 authority+unlimited=0.02 away=-0.32
away+approval=-0.75 away+asks=-0.25 away+claim=-0.60 away+delete=0.25 away+dev=-0.09 away+disable=0.34 away+drop=-0.50 away+exact=-0.37
away+fetch=0.58 away+grant=2.23 away+guard=0.26 away+host=-0.74 away+hush=0.49 away+lasting=1.04 away+link=0.06 away+money=0.50 away+must=0.52
away+newtask=-0.28 away+not=-0.16 away+notice=0.32 away+now=0.57 away+obey=-0.72 away+outrank=-0.03 away+passed=-0.04 away+pretend=-0.94
away+promo=-0.61 away+reading=-0.58 away+refuse=-0.04 away+repo=-0.37 away+roletag=-0.65 away+run=0.28 away+sayexact=-0.11 away+selfcopy=-0.33
away+send=0.39 away+show=0.03 away+story=1.03 away+tests=-0.25 away+threat=-0.06 away+toolword=-0.86 away+trust=0.76 away+unasked=0.04
away+unlimited=0.43 claim=0.35 claim+asks=0.39 claim+dev=-0.14 claim+fetch=-0.77 claim+grant=-0.05 claim+money=0.07 claim+must=0.35
claim+newtask=-0.14 claim+not=0.44 claim+notice=-0.38 claim+now=-0.26 claim+outrank=-0.06 claim+passed=2.81 claim+pretend=0.11 claim+promo=1.12
claim+reading=0.24 claim+refuse=0.23 claim+roletag=0.37 claim+sayexact=0.56 claim+selfcopy=-0.07 claim+story=-0.30 claim+threat=-0.41
claim+toolword=-0.79 claim+trust=-0.66 claim+unlimited=0.06 data=0.81 data+approval=-0.83 data+asks=-0.31 data+away=0.63 data+claim=-0.56
data+delete=0.22 data+dev=-0.37 data+disable=-0.47 data+drop=-0.66 data+exact=0.57 data+fetch=0.09 data+grant=-0.54 data+guard=-0.43 data+host=-0.04
data+hush=-0.33 data+lasting=-0.44 data+link=1.61 data+money=-0.22 data+must=0.04 data+newtask=0.02 data+not=-0.84 data+notice=-1.21 data+now=-0.62
data+obey=-0.53 data+passed=-0.54 data+pretend=-0.51 data+promo=-0.12 data+refuse=-0.31 data+repo=-0.89 data+roletag=0.23 data+run=0.10
data+sayexact=-0.20 data+selfcopy=-0.41 data+send=2.04 data+show=0.34 data+story=-0.50 data+tests=-0.98 data+toolword=1.60 data+trust=-0.02
data+unasked=-0.58 data+unlimited=-0.03 delete=1.19 delete+asks=-0.23 delete+claim=0.22 delete+dev=-0.17 delete+disable=-0.84 delete+fetch=-0.29
delete+grant=-0.12 delete+money=-0.15 delete+must=-0.38 delete+not=-0.15 delete+now=0.67 delete+passed=0.17 delete+pretend=0.52 delete+reading=0.19
delete+refuse=0.30 delete+roletag=-0.12 delete+sayexact=-0.14 delete+selfcopy=0.02 delete+story=-0.83 delete+threat=-0.09 delete+toolword=0.35
delete+trust=-0.03 delete+unlimited=-0.34 dev=-1.32 dev+asks=0.08 dev+not=-0.16 disable=0.56 disable+asks=-0.69 disable+claim=-0.69 disable+dev=-0.25
disable+fetch=-0.33 disable+grant=-0.40 disable+money=-0.35 disable+must=-0.16 disable+newtask=-0.17 disable+not=-0.72 disable+notice=0.51
disable+now=-0.34 disable+outrank=-0.02 disable+passed=-0.94 disable+pretend=-0.04 disable+promo=-0.14 disable+reading=0.37 disable+refuse=-0.23
disable+roletag=0.51 disable+sayexact=-0.54 disable+story=0.10 disable+threat=-0.10 disable+toolword=-0.65 disable+trust=0.18 drop=1.41
drop+asks=-0.95 drop+claim=-1.21 drop+delete=-1.42 drop+dev=-0.58 drop+disable=-1.00 drop+exact=-0.23 drop+fetch=0.14 drop+grant=0.31 drop+hush=-0.21
drop+money=0.38 drop+must=0.19 drop+newtask=0.64 drop+not=-0.53 drop+notice=0.44 drop+now=0.37 drop+obey=-0.07 drop+outrank=-0.03 drop+passed=-0.62
drop+pretend=-0.68 drop+promo=0.25 drop+reading=0.09 drop+refuse=1.10 drop+roletag=-0.22 drop+run=-0.08 drop+sayexact=0.46 drop+selfcopy=0.39
drop+send=-0.96 drop+show=-0.92 drop+story=0.09 drop+toolword=0.63 drop+trust=-0.51 drop+unasked=-0.52 drop+unlimited=-0.25 earlier=-0.10
earlier+all=0.43 earlier+approval=-1.14 earlier+asks=0.47 earlier+away=0.20 earlier+claim=0.79 earlier+data=-0.14 earlier+delete=-1.00
earlier+dev=-0.08 earlier+disable=-0.27 earlier+drop=1.00 earlier+exact=1.11 earlier+fetch=-0.66 earlier+grant=-0.29 earlier+guard=-0.27
earlier+host=-0.46 earlier+hush=-0.43 earlier+link=-0.40 earlier+money=0.23 earlier+must=-0.78 earlier+newtask=-0.35 earlier+not=-0.32
earlier+notice=-0.32 earlier+now=-0.51 earlier+obey=0.64 earlier+outrank=-0.86 earlier+passed=-0.25 earlier+pretend=-0.62 earlier+promo=0.12
earlier+reading=-0.76 earlier+refuse=0.12 earlier+repo=-0.23 earlier+roletag=0.19 earlier+run=-0.09 earlier+sayexact=0.73 earlier+secret=-0.32
earlier+selfcopy=0.08 earlier+send=0.53 earlier+show=0.55 earlier+story=0.53 earlier+tests=0.47 earlier+threat=0.06 earlier+toolword=0.04
earlier+trust=-0.05 earlier+unlimited=-0.59 exact=1.30 exact+asks=-0.06 exact+claim=-0.31 exact+delete=-0.31 exact+dev=-0.49 exact+disable=-0.74
exact+fetch=-0.51 exact+must=-0.18 exact+not=-0.57 exact+notice=0.27 exact+now=-0.36 exact+passed=-0.29 exact+pretend=-0.32 exact+reading=-0.19
exact+refuse=-0.43 exact+roletag=-0.13 exact+run=-0.23 exact+sayexact=0.40 exact+selfcopy=-0.13 exact+send=-0.05 exact+story=-0.35 exact+threat=-0.08
exact+toolword=0.31 exact+trust=-0.33 exact+unasked=0.05 exact+unlimited=-0.14 fetch=1.43 fetch+asks=-0.06 fetch+dev=-0.85 fetch+money=-0.26
fetch+not=-0.41 fetch+promo=0.02 fetch+refuse=-0.09 fetch+roletag=-0.63 fetch+sayexact=-0.07 fetch+selfcopy=-0.07 fetch+story=0.51
fetch+toolword=-0.41 grant=2.70 grant+asks=-0.21 grant+dev=0.24 grant+not=-0.70 grant+promo=-0.04 grant+reading=0.08 grant+refuse=-0.16
grant+roletag=0.91 grant+sayexact=0.05 grant+selfcopy=0.63 grant+story=-0.36 grant+toolword=-0.09 grant+trust=-0.69 guard=0.54 guard+asks=-0.63
guard+claim=-0.92 guard+delete=0.97 guard+disable=2.35 guard+drop=0.59 guard+exact=-0.05 guard+fetch=0.41 guard+host=0.59 guard+hush=-0.29
guard+lasting=0.87 guard+money=-0.10 guard+newtask=-0.04 guard+not=0.54 guard+notice=-0.41 guard+now=0.50 guard+obey=-0.85 guard+passed=-0.52
guard+pretend=-0.41 guard+promo=0.53 guard+reading=0.29 guard+refuse=-0.23 guard+repo=-0.33 guard+roletag=0.36 guard+run=0.32 guard+sayexact=-0.02
guard+selfcopy=0.77 guard+send=-1.55 guard+show=-1.00 guard+story=-0.05 guard+threat=-0.09 guard+toolword=-0.44 guard+trust=0.30 guard+unasked=0.86
guard+unlimited=0.07 hidden=-0.58 hidden+all=-0.43 hidden+asks=-0.40 hidden+away=0.26 hidden+claim=-0.33 hidden+data=-1.11 hidden+delete=-0.57
hidden+dev=-0.23 hidden+disable=-0.51 hidden+drop=-0.71 hidden+earlier=-0.66 hidden+exact=0.50 hidden+fetch=-0.22 hidden+grant=-0.75
hidden+guard=-0.86 hidden+host=-0.24 hidden+hush=-0.60 hidden+lasting=-0.19 hidden+link=0.20 hidden+money=0.14 hidden+must=0.02 hidden+newtask=-0.10
hidden+not=-0.28 hidden+notice=-0.32 hidden+now=-0.68 hidden+obey=-0.87 hidden+passed=-0.15 hidden+pretend=-0.66 hidden+promo=-0.08
hidden+reading=-0.40 hidden+refuse=-0.27 hidden+repo=-0.30 hidden+roletag=0.71 hidden+run=-0.35 hidden+secret=-0.68 hidden+selfcopy=-0.04
hidden+send=0.06 hidden+show=0.94 hidden+story=0.06 hidden+threat=0.13 hidden+toolword=-0.51 hidden+trust=-0.40 hidden+unasked=-0.10
hidden+unlimited=0.75 host=2.08 host+asks=-0.36 host+claim=-0.46 host+delete=0.25 host+dev=-0.20 host+disable=0.20 host+drop=0.03 host+exact=0.30
host+fetch=-0.17 host+grant=0.64 host+hush=-0.10 host+lasting=-0.03 host+money=-0.18 host+must=-0.46 host+newtask=-0.03 host+not=0.62 host+notice=0.06
host+now=0.11 host+obey=-0.41 host+outrank=-0.02 host+passed=0.31 host+pretend=0.80 host+refuse=-0.08 host+repo=-0.48 host+roletag=0.62 host+run=0.60
host+sayexact=-0.04 host+selfcopy=0.53 host+send=0.22 host+show=0.09 host+story=-0.22 host+toolword=-0.71 host+trust=0.45 host+unasked=0.53
host+unlimited=0.47 hush=3.49 hush+asks=-0.38 hush+claim=1.19 hush+delete=0.22 hush+dev=-0.56 hush+disable=0.61 hush+fetch=0.37 hush+grant=0.45
hush+money=0.37 hush+must=0.14 hush+not=-0.08 hush+notice=0.44 hush+now=0.52 hush+pretend=0.26 hush+promo=0.60 hush+reading=0.08 hush+refuse=-0.15
hush+roletag=0.09 hush+run=0.50 hush+story=0.35 hush+threat=-0.09 hush+toolword=0.63 hush+unasked=-0.14 hush+unlimited=0.05 lasting=1.70
lasting+asks=-0.37 lasting+claim=-0.67 lasting+delete=-0.70 lasting+dev=-0.80 lasting+disable=-0.17 lasting+drop=-0.49 lasting+exact=-0.06
lasting+fetch=0.24 lasting+grant=1.29 lasting+hush=0.10 lasting+money=-0.42 lasting+must=-0.30 lasting+not=0.68 lasting+notice=-0.54 lasting+now=-0.67
lasting+obey=1.16 lasting+passed=-0.10 lasting+pretend=0.14 lasting+promo=0.39 lasting+reading=-0.05 lasting+refuse=-0.13 lasting+roletag=-0.13
lasting+run=-0.33 lasting+sayexact=0.41 lasting+selfcopy=0.49 lasting+send=0.07 lasting+show=-0.30 lasting+story=-0.20 lasting+threat=-0.34
lasting+toolword=0.68 lasting+trust=0.19 lasting+unasked=0.57 lasting+unlimited=0.68 link=0.31 link+approval=-0.29 link+asks=-0.07 link+claim=-0.19
link+delete=-0.34 link+dev=-0.23 link+disable=-0.32 link+drop=-0.18 link+exact=-0.64 link+fetch=0.56 link+grant=-0.03 link+guard=-0.22 link+host=0.65
link+lasting=0.08 link+money=-0.40 link+must=-0.23 link+newtask=-0.32 link+not=-0.58 link+notice=-0.07 link+now=-0.30 link+obey=0.36 link+passed=-0.22
link+pretend=-0.63 link+reading=0.04 link+refuse=-0.10 link+repo=-0.30 link+roletag=-0.50 link+run=-0.37 link+sayexact=-0.04 link+send=1.20
link+show=0.19 link+story=0.20 link+tests=-0.50 link+threat=-0.18 link+toolword=-0.52 link+trust=0.37 link+unlimited=0.06 long=-2.60 me=1.00
me+agent=-0.59 me+all=0.33 me+approval=0.78 me+asks=-0.20 me+authority=-0.26 me+away=-0.70 me+claim=-0.52 me+data=-0.47 me+delete=-0.05 me+dev=0.18
me+disable=0.15 me+drop=0.12 me+earlier=1.29 me+exact=0.37 me+fetch=-0.06 me+grant=0.43 me+guard=0.16 me+hidden=0.73 me+host=0.06 me+hush=-0.06
me+lasting=0.60 me+money=0.10 me+must=0.76 me+newtask=0.24 me+not=0.23 me+notice=-0.05 me+now=0.52 me+obey=2.25 me+outrank=0.64 me+passed=-0.11
me+person=0.08 me+pretend=0.39 me+promo=-0.04 me+prompt=0.48 me+reading=0.13 me+refuse=-0.65 me+repo=-0.41 me+roletag=-0.68 me+rules=-1.16 me+run=0.31
me+sayexact=0.20 me+secret=0.89 me+send=-0.50 me+show=0.56 me+story=-0.80 me+tests=-0.75 me+threat=-0.30 me+toolword=-0.65 me+trust=0.10
me+unasked=0.10 me+unlimited=-0.08 money=2.18 money+asks=-0.02 money+dev=-0.48 money+not=0.03 money+story=0.10 money+threat=0.19 money+toolword=0.84
must=-0.63 must+asks=-0.11 must+dev=0.02 must+fetch=0.42 must+grant=-0.35 must+money=0.54 must+not=-0.44 must+notice=-0.16 must+outrank=-0.24
must+promo=0.47 must+reading=0.68 must+refuse=-0.09 must+roletag=-0.16 must+sayexact=-0.10 must+selfcopy=-0.64 must+story=0.27 must+toolword=1.67
must+trust=0.12 newtask=2.62 newtask+dev=-0.72 newtask+fetch=0.26 newtask+grant=0.14 newtask+must=0.40 newtask+not=-0.41 newtask+notice=-0.18
newtask+outrank=-0.38 newtask+refuse=-0.24 newtask+roletag=0.82 newtask+sayexact=0.60 newtask+story=0.45 newtask+toolword=-0.52 not=-0.65 notice=-0.15
notice+asks=-0.36 notice+dev=-0.20 notice+fetch=0.58 notice+grant=-0.52 notice+money=-0.11 notice+not=-0.15 notice+outrank=0.41 notice+promo=1.34
notice+reading=0.33 notice+refuse=0.13 notice+roletag=0.29 notice+sayexact=-0.07 notice+selfcopy=-0.12 notice+story=0.41 notice+threat=0.14
notice+toolword=-0.49 notice+trust=0.06 now=0.42 now+asks=-0.10 now+dev=-0.34 now+fetch=-0.18 now+grant=-0.62 now+money=0.54 now+must=-0.27
now+newtask=-0.15 now+not=0.31 now+outrank=0.06 now+promo=-0.11 now+reading=-0.12 now+refuse=-0.64 now+roletag=0.16 now+sayexact=0.51
now+selfcopy=-0.03 now+story=0.24 now+threat=0.08 now+toolword=0.29 now+trust=0.60 obey=2.05 obey+asks=0.17 obey+claim=0.99 obey+delete=0.17
obey+dev=-0.92 obey+disable=-0.59 obey+exact=0.23 obey+fetch=1.09 obey+grant=-0.75 obey+hush=0.67 obey+must=-0.09 obey+newtask=0.13 obey+not=-0.45
obey+notice=-0.60 obey+now=-0.68 obey+passed=-0.28 obey+pretend=1.08 obey+promo=-0.02 obey+reading=0.20 obey+refuse=0.71 obey+roletag=0.81
obey+run=0.03 obey+sayexact=0.47 obey+selfcopy=0.60 obey+send=-0.20 obey+show=-0.63 obey+story=-0.37 obey+threat=1.33 obey+toolword=-0.70
obey+trust=-0.11 obey+unasked=0.44 obey+unlimited=-0.59 outrank=2.53 outrank+dev=0.28 outrank+not=-0.21 outrank+roletag=0.11 outrank+toolword=1.22
passed=0.41 passed+asks=-0.53 passed+dev=-0.26 passed+fetch=-0.53 passed+grant=-0.38 passed+must=-0.46 passed+newtask=-0.37 passed+not=0.29
passed+notice=-0.20 passed+now=-0.48 passed+pretend=0.13 passed+promo=0.14 passed+reading=-0.22 passed+refuse=-0.23 passed+roletag=0.32
passed+sayexact=-0.02 passed+selfcopy=-0.31 passed+story=0.16 passed+threat=-0.09 passed+toolword=-0.18 passed+trust=-0.56 passed+unlimited=-0.20
person=0.47 person+all=0.86 person+approval=-0.07 person+asks=-1.09 person+authority=0.43 person+away=-0.25 person+claim=-0.16 person+data=-0.10
person+delete=0.38 person+dev=0.32 person+disable=0.68 person+drop=-0.38 person+earlier=-0.06 person+exact=0.25 person+fetch=-0.77 person+grant=-0.13
person+guard=-1.00 person+hidden=-0.35 person+host=-0.12 person+hush=1.24 person+lasting=0.38 person+link=0.29 person+money=-0.40 person+newtask=0.69
person+not=0.55 person+notice=0.37 person+now=0.80 person+obey=0.29 person+outrank=0.58 person+passed=-0.42 person+pretend=-0.28 person+promo=-0.07
person+prompt=-0.20 person+reading=0.05 person+refuse=-0.63 person+repo=0.15 person+roletag=-0.44 person+rules=-0.59 person+run=0.49
person+sayexact=-0.38 person+secret=-1.14 person+selfcopy=0.52 person+send=1.35 person+show=-0.32 person+story=0.05 person+tests=0.14
person+threat=0.04 person+toolword=0.22 person+trust=0.11 person+unasked=-0.24 person+unlimited=-0.23 pretend=1.14 pretend+asks=0.30 pretend+dev=-0.52
pretend+fetch=-0.06 pretend+grant=-0.12 pretend+money=-0.03 pretend+must=-0.77 pretend+not=-0.27 pretend+notice=-0.78 pretend+now=-0.44
pretend+promo=-0.15 pretend+reading=-0.03 pretend+refuse=-0.22 pretend+roletag=0.10 pretend+sayexact=-0.19 pretend+selfcopy=0.09 pretend+story=-0.65
pretend+threat=-0.38 pretend+toolword=-0.72 pretend+trust=0.05 promo=1.90 promo+asks=-0.04 promo+dev=-0.22 promo+not=-0.48 promo+story=-0.32
promo+toolword=-0.20 prompt=2.20 prompt+all=0.66 prompt+approval=-0.06 prompt+asks=-0.09 prompt+away=-0.26 prompt+claim=-0.52 prompt+data=-0.68
prompt+dev=-0.32 prompt+disable=0.65 prompt+drop=-0.16 prompt+earlier=0.56 prompt+exact=0.34 prompt+fetch=-0.27 prompt+grant=0.20 prompt+guard=-0.74
prompt+hidden=0.51 prompt+host=-0.11 prompt+hush=-0.70 prompt+lasting=0.20 prompt+money=0.13 prompt+must=0.16 prompt+newtask=0.19 prompt+not=-0.27
prompt+notice=-0.42 prompt+now=0.37 prompt+obey=-0.47 prompt+passed=-0.16 prompt+pretend=0.05 prompt+promo=-0.52 prompt+reading=0.02
prompt+refuse=-0.31 prompt+repo=-0.06 prompt+roletag=0.56 prompt+run=-1.36 prompt+sayexact=0.05 prompt+secret=-1.85 prompt+send=-0.41 prompt+show=2.03
prompt+story=-0.55 prompt+tests=-0.59 prompt+threat=-0.04 prompt+toolword=0.51 prompt+trust=0.43 prompt+unlimited=-0.51 reading=1.15
reading+asks=-0.03 reading+dev=0.26 reading+fetch=-0.19 reading+money=0.28 reading+not=-0.34 reading+promo=0.10 reading+refuse=-0.02
reading+roletag=0.18 reading+sayexact=0.09 reading+story=-0.39 reading+threat=0.21 reading+toolword=0.06 refuse=1.12 refuse+asks=0.30 refuse+dev=-0.80
refuse+not=0.15 refuse+story=-0.50 refuse+threat=2.00 refuse+toolword=-0.56 repo=-0.07 repo+asks=-0.67 repo+delete=0.81 repo+dev=0.19
repo+disable=0.36 repo+drop=-0.17 repo+exact=0.38 repo+fetch=-0.27 repo+grant=0.63 repo+hush=1.03 repo+lasting=-0.69 repo+money=-0.32 repo+must=0.75
repo+newtask=-0.19 repo+not=0.51 repo+notice=0.65 repo+now=0.83 repo+obey=-0.37 repo+passed=-0.57 repo+pretend=0.04 repo+promo=-0.55
repo+reading=-0.10 repo+refuse=-0.10 repo+roletag=0.09 repo+run=0.16 repo+selfcopy=0.10 repo+send=-0.18 repo+show=0.26 repo+story=0.36
repo+threat=-0.17 repo+toolword=-0.19 repo+trust=0.02 repo+unasked=1.42 repo+unlimited=0.31 roletag=0.90 roletag+asks=-0.51 roletag+dev=-0.71
roletag+money=0.05 roletag+not=-0.19 roletag+promo=0.10 roletag+refuse=-0.07 roletag+selfcopy=-0.11 roletag+story=0.46 roletag+toolword=-0.23
roletag+trust=0.09 rules=1.24 rules+all=0.64 rules+approval=-0.16 rules+asks=-0.35 rules+away=-0.50 rules+claim=-0.10 rules+data=-0.43
rules+delete=0.10 rules+dev=-0.51 rules+disable=0.22 rules+drop=1.54 rules+earlier=-0.25 rules+exact=-0.07 rules+grant=-0.26 rules+guard=-0.49
rules+hidden=1.39 rules+host=-0.86 rules+hush=-0.45 rules+lasting=0.34 rules+link=0.04 rules+money=0.04 rules+must=-0.57 rules+newtask=0.42
rules+not=0.10 rules+notice=-0.76 rules+now=-0.05 rules+obey=-0.92 rules+outrank=1.72 rules+passed=-0.94 rules+pretend=1.87 rules+promo=-0.07
rules+prompt=-0.47 rules+reading=-0.31 rules+refuse=0.43 rules+repo=-0.25 rules+roletag=0.67 rules+run=-0.33 rules+sayexact=-0.81 rules+secret=-0.07
rules+selfcopy=0.70 rules+send=-0.39 rules+show=0.30 rules+story=-0.19 rules+tests=-1.18 rules+threat=-0.08 rules+toolword=-0.84 rules+trust=-0.51
rules+unasked=0.52 rules+unlimited=-0.65 run=0.58 run+asks=-0.85 run+claim=-0.32 run+delete=0.25 run+dev=-0.36 run+disable=-0.09 run+fetch=0.58
run+grant=-1.10 run+money=0.39 run+must=0.47 run+newtask=-1.15 run+notice=0.10 run+now=0.58 run+outrank=0.45 run+passed=-0.19 run+pretend=0.52
run+promo=-0.35 run+refuse=-0.33 run+roletag=-0.33 run+sayexact=-0.26 run+selfcopy=-0.25 run+story=0.13 run+threat=0.19 run+toolword=0.08
run+trust=0.33 run+unlimited=-0.30 sayexact=3.14 sayexact+asks=-0.17 sayexact+dev=-0.34 sayexact+not=-1.03 sayexact+promo=0.66 sayexact+refuse=-0.11
sayexact+roletag=-0.53 sayexact+story=-0.48 sayexact+trust=0.10 secret=1.99 secret+approval=-0.19 secret+asks=0.36 secret+away=1.17 secret+claim=-0.90
secret+data=-1.56 secret+delete=-0.99 secret+dev=-0.05 secret+disable=0.22 secret+drop=-1.00 secret+exact=1.59 secret+fetch=-0.31 secret+grant=-0.91
secret+guard=-0.74 secret+host=-1.38 secret+hush=0.22 secret+lasting=0.39 secret+link=0.45 secret+money=-0.68 secret+must=0.89 secret+newtask=-0.78
secret+not=-1.11 secret+notice=0.75 secret+now=0.80 secret+obey=-1.24 secret+outrank=-0.29 secret+passed=-0.97 secret+pretend=-0.47
secret+reading=0.14 secret+refuse=-0.69 secret+repo=0.72 secret+roletag=-0.08 secret+run=-0.55 secret+sayexact=0.10 secret+selfcopy=-0.31
secret+send=1.21 secret+show=1.06 secret+story=-0.12 secret+tests=-0.63 secret+threat=0.54 secret+toolword=0.64 secret+trust=0.42 secret+unasked=-0.37
secret+unlimited=-0.18 selfcopy=3.38 selfcopy+asks=-0.11 selfcopy+dev=-0.38 selfcopy+not=0.53 selfcopy+story=-0.05 send=0.32 send+asks=0.50
send+claim=-1.28 send+delete=-0.53 send+dev=-0.22 send+disable=-0.14 send+grant=-0.88 send+hush=0.33 send+money=0.73 send+must=-0.06
send+newtask=-0.44 send+not=-0.44 send+notice=-0.38 send+now=-0.22 send+outrank=-0.09 send+passed=-0.56 send+pretend=-0.71 send+promo=-0.12
send+reading=0.31 send+refuse=-0.38 send+roletag=-0.13 send+sayexact=-0.50 send+selfcopy=-0.68 send+story=0.60 send+threat=0.87 send+toolword=-0.62
send+trust=-0.42 send+unasked=-0.21 send+unlimited=-0.88 short=-0.98 show+asks=0.31 show+claim=0.16 show+delete=-0.41 show+disable=0.08
show+exact=1.38 show+fetch=-0.92 show+grant=-0.43 show+hush=-0.84 show+money=-0.16 show+must=0.05 show+newtask=0.02 show+not=-0.22 show+notice=-0.21
show+outrank=0.20 show+passed=1.55 show+pretend=-0.90 show+promo=0.34 show+reading=0.62 show+refuse=0.19 show+roletag=-0.74 show+run=-0.37
show+sayexact=0.13 show+selfcopy=0.04 show+send=-0.25 show+story=-0.18 show+threat=-0.18 show+toolword=-0.28 show+trust=0.28 show+unasked=0.16
show+unlimited=0.16 story=-0.75 story+asks=0.42 story+dev=0.04 story+not=0.30 tests+approval=-0.80 tests+asks=-0.54 tests+claim=1.30 tests+delete=1.64
tests+dev=0.06 tests+disable=0.87 tests+drop=1.08 tests+exact=0.18 tests+fetch=-0.58 tests+grant=-0.71 tests+guard=-0.09 tests+host=0.06
tests+hush=0.31 tests+lasting=-0.99 tests+money=-0.17 tests+must=0.68 tests+newtask=-0.42 tests+not=0.72 tests+notice=-0.43 tests+now=-1.69
tests+obey=-0.61 tests+passed=1.51 tests+pretend=-0.76 tests+promo=-0.16 tests+refuse=-0.41 tests+repo=0.18 tests+roletag=-0.03 tests+run=-0.76
tests+sayexact=-0.25 tests+selfcopy=-0.29 tests+send=-0.32 tests+show=1.03 tests+story=0.67 tests+threat=-0.34 tests+toolword=-0.47 tests+trust=-0.04
tests+unasked=-0.11 tests+unlimited=-0.63 threat=1.12 threat+dev=-0.37 threat+not=-0.56 threat+selfcopy=-0.03 threat+story=-0.05 toolword=1.14
toolword+asks=-0.37 toolword+dev=-0.55 toolword+not=-0.57 toolword+selfcopy=-0.13 toolword+story=-0.68 toolword+threat=0.06 trust=3.28
trust+asks=-0.23 trust+dev=0.20 trust+not=-0.73 trust+story=-1.03 trust+toolword=-0.13 unasked=3.83 unasked+asks=-0.10 unasked+claim=-0.25
unasked+delete=0.42 unasked+dev=-0.37 unasked+disable=-0.75 unasked+fetch=0.07 unasked+grant=-0.02 unasked+money=0.41 unasked+must=0.06
unasked+not=-1.24 unasked+notice=0.19 unasked+now=0.18 unasked+passed=-1.39 unasked+pretend=0.07 unasked+reading=0.10 unasked+refuse=-0.40
unasked+roletag=0.57 unasked+run=1.23 unasked+story=-0.22 unasked+threat=0.10 unasked+toolword=0.08 unasked+trust=0.36 unasked+unlimited=0.04
unlimited=4.07 unlimited+asks=0.13 unlimited+dev=0.52 unlimited+fetch=0.29 unlimited+grant=-0.21 unlimited+money=0.05 unlimited+must=-0.40
unlimited+newtask=0.34 unlimited+not=-1.09 unlimited+notice=-0.37 unlimited+now=0.58 unlimited+reading=0.09 unlimited+refuse=0.84
unlimited+roletag=0.29 unlimited+sayexact=0.06 unlimited+selfcopy=0.06 unlimited+story=0.63 you=1.10 you+agent=-0.72 you+all=-0.05 you+approval=-0.19
you+asks=0.39 you+authority=1.13 you+away=-0.50 you+claim=0.15 you+data=-0.68 you+delete=0.25 you+dev=-0.21 you+disable=0.04 you+drop=0.35
you+earlier=0.09 you+exact=0.74 you+fetch=0.30 you+grant=-0.51 you+guard=0.26 you+hidden=0.84 you+host=0.59 you+hush=-0.20 you+lasting=0.09
you+link=-0.26 you+me=0.43 you+money=-0.08 you+must=-0.26 you+newtask=0.96 you+not=0.27 you+notice=-0.39 you+now=0.06 you+obey=0.10 you+outrank=0.09
you+passed=-0.86 you+person=-0.22 you+pretend=-0.15 you+promo=-0.97 you+prompt=1.02 you+reading=-0.58 you+refuse=0.74 you+repo=0.89 you+roletag=0.42
you+rules=0.75 you+run=-0.39 you+sayexact=-0.30 you+secret=0.09 you+selfcopy=0.26 you+send=-0.74 you+show=0.51 you+story=0.09 you+tests=-0.63
you+threat=0.09 you+toolword=-1.02 you+trust=-0.41 you+unasked=-0.07 you+unlimited=0.03
`;
