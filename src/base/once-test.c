/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "once.h"

#define THREADS 8
#define ROUNDS 200

typedef struct {
	DdOnce once;
	pthread_barrier_t *start;
	unsigned made[64];
	unsigned times;
} Thing;

static void *
use(void *data)
{
	Thing *self = data;
	pthread_barrier_wait(self->start);
	if (dd_once_enter(&self->once)) {
		self->times++;
		for (unsigned i = 0; i < G_N_ELEMENTS(self->made); i++)
			self->made[i] = i + 1;
		dd_once_leave(&self->once);
	}
	bool whole = true;
	for (unsigned i = 0; i < G_N_ELEMENTS(self->made); i++)
		whole = whole && self->made[i] == i + 1;
	return whole ? data : NULL;
}

/* Whoever comes, as first or while it is made, finds all of it */
static void
test_threads(void)
{
	for (unsigned round = 0; round < ROUNDS; round++) {
		pthread_barrier_t start;
		pthread_t threads[THREADS];
		Thing thing = {.once = DD_ONCE_INIT, .start = &start};
		g_assert_cmpint(pthread_barrier_init(&start, NULL, THREADS), ==, 0);
		for (unsigned i = 0; i < THREADS; i++)
			g_assert_cmpint(pthread_create(&threads[i], NULL, use, &thing), ==, 0);
		for (unsigned i = 0; i < THREADS; i++) {
			void *whole = NULL;
			g_assert_cmpint(pthread_join(threads[i], &whole), ==, 0);
			g_assert_nonnull(whole);
		}
		g_assert_cmpuint(thing.times, ==, 1);
		g_assert_false(dd_once_enter(&thing.once));
		pthread_barrier_destroy(&start);
	}
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
	g_test_add_func("/once/threads", test_threads);
	return g_test_run();
}
