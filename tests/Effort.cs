namespace UnionBot;

/// <summary>How much a race, a kill or a simulation does: a little in every run, all of it in <c>tests/run --full</c>.</summary>
internal static class Effort
{
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("UNIONBOT_TESTS_FULL") == "1";

    public static int Of(int ordinary, int full) => IsFull ? full : ordinary;
}
