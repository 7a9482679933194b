/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list-routes.c: prints the table of routes: method, pattern, whether it is open, parameters, type of the body */
#include <stdio.h>

#include "route.h"

int
main(void)
{
	size_t n;
	const DdRoute *routes = dd_route_get_all(&n);
	for (size_t i = 0; i < n; i++) {
		printf("%s\t%s\t%s\t%s\t", routes[i].method, routes[i].pattern,
			routes[i].open ? "open" : "-",
			routes[i].body_type != NULL ? routes[i].body_type : "-");
		for (const char *const *name = routes[i].parameters; name != NULL && *name != NULL;
			name++)
			printf("%s ", *name);
		putchar('\n');
	}
	return 0;
}
