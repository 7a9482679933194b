/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list-routes.c: prints the table of routes: method, pattern, whether it is open to all, or to who has to enrol, type of the body, parameters; and the actions that move a task */
#include <stdio.h>

#include "route.h"

int
main(void)
{
	size_t n;
	const DdRoute *routes = dd_route_get_all(&n);
	for (size_t i = 0; i < n; i++) {
		printf("%s\t%s\t%s\t%s\t", routes[i].method, routes[i].pattern,
			routes[i].open     ? "open"
			: routes[i].enrols ? "enrols"
					   : "-",
			routes[i].body_type != NULL ? routes[i].body_type : "-");
		for (const char *const *name = routes[i].parameters; name != NULL && *name != NULL;
			name++)
			printf("%s ", *name);
		putchar('\n');
	}
	for (DdAction action = 0; action <= DD_ACTION_REOPEN; action++)
		if (action != DD_ACTION_PROGRESS) /* which has a route of its own */
			printf("action\t%s\n", dd_action_to_string(action));
	return 0;
}
