/* SPDX-License-Identifier: GPL-3.0-or-later */
/* guard-test.c: connections of one client: those over its share are shut down, others not, and places come free */
#include "guard.h"

#include <sys/socket.h>
#include <unistd.h>

#define SHARE 3

typedef struct {
	int ours, theirs;
	DdGuarded *guarded;
} Line;

static void
open_line(DdGuard *guard, const char *address, Line *out)
{
	DdNetwork network;
	int pair[2];
	g_assert_true(address == NULL || dd_network_parse(address, &network));
	g_assert_cmpint(
		socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, pair), ==, 0);
	*out = (Line){pair[0], pair[1],
		dd_guard_add(guard, pair[0], address != NULL ? &network : NULL, 30)};
}

/* Returns: TRUE when the other side sees the end */
static bool
is_shut(const Line *line)
{
	char byte;
	return read(line->theirs, &byte, 1) == 0;
}

static void
close_line(DdGuard *guard, Line *line)
{
	dd_guard_drop(guard, line->guarded);
	close(line->ours);
	close(line->theirs);
}

static void
test_share(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdGuard) guard = dd_guard_new(SHARE, &error);
	Line lines[SHARE + 1], other, again, own;
	g_assert_no_error(error);
	for (size_t i = 0; i <= SHARE; i++) {
		/* one network, each from another address of it */
		g_autofree char *address = g_strdup_printf("2001:db8:0:1::%zx", i);
		open_line(guard, address, &lines[i]);
		g_assert_true(is_shut(&lines[i]) == (i == SHARE));
	}
	g_assert_cmpuint(dd_guard_count_refused(guard), ==, 1);
	open_line(guard, "2001:db8:0:2::1", &other);
	g_assert_false(is_shut(&other));
	open_line(guard, NULL, &own);
	g_assert_false(is_shut(&own));
	/* one that was refused gives no place back, one that ends does */
	close_line(guard, &lines[SHARE]);
	open_line(guard, "2001:db8:0:1::a", &lines[SHARE]);
	g_assert_true(is_shut(&lines[SHARE]));
	close_line(guard, &lines[0]);
	open_line(guard, "2001:db8:0:1::b", &again);
	g_assert_false(is_shut(&again));
	g_assert_cmpuint(dd_guard_count_refused(guard), ==, 2);
	g_assert_cmpuint(dd_guard_count_closed(guard), ==, 0);
	for (size_t i = 1; i <= SHARE; i++)
		close_line(guard, &lines[i]);
	close_line(guard, &other);
	close_line(guard, &own);
	close_line(guard, &again);
	g_assert_cmpuint(dd_guard_count(guard), ==, 0);
}

static void
test_any(void)
{
	g_autoptr(DdGuard) guard = dd_guard_new(0, NULL);
	Line lines[20];
	for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
		open_line(guard, "192.0.2.1", &lines[i]);
	for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
		g_assert_false(is_shut(&lines[i]));
		close_line(guard, &lines[i]);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/guard/share", test_share);
	g_test_add_func("/guard/any", test_any);
	return g_test_run();
}
