/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * list-routes.c: prints the table of routes: method, pattern, whether it is open to all, or to who has to enrol, type of the body, parameters; the actions that move a task; and the
 * table of rights: role, action, a letter for each standing that gives the right: leads, helps, above, none */
#include <stdio.h>

#include "permission.h"
#include "route.h"

static void
print_rights(DdRole role, DdAction action)
{
	printf("right\t%s\t%s\t%s%s%s%s\n", dd_role_to_string(role), dd_action_to_string(action),
		dd_permission_allows(role, action, DD_STANDING_LEADS) ? "L" : "",
		dd_permission_allows(role, action, DD_STANDING_HELPS) ? "H" : "",
		dd_permission_allows(role, action, DD_STANDING_ABOVE) ? "A" : "",
		dd_permission_allows(role, action, DD_STANDING_NONE) ? "N" : "");
}

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
	for (DdRole role = 0; role < DD_ROLE_LAST; role++)
		for (DdAction action = 0; action < DD_ACTION_LAST; action++)
			print_rights(role, action);
	return 0;
}
