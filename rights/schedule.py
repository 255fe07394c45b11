"""When sweeps run: the only home of apscheduler."""
