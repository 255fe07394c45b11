"""Workers on several machines: a sweep's leader hands hosts out as tasks, workers visit them.

The due table stays the only frontier: a task says "visit this host", and whatever became of it, what is still due is
handed out again.  So tasks may be lost, repeated or thrown away.
"""
