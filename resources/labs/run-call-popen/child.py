# Works until it gets a line (press Enter), and then ends with the code 3.
import sys

print("child: press Enter to end me", flush=True)
sys.stdin.readline()
sys.exit(3)
