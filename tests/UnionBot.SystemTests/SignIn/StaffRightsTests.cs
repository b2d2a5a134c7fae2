using UnionBot.Core.People;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.SignIn;

public sealed class StaffRightsTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await _database.ExecuteAsync(
            "INSERT INTO region (code, name, level) VALUES ('370100', '济南市', 1), ('370102', '历下区', 2), ('370103', '市中区', 2)");
        await _database.ExecuteAsync(
            """
            INSERT INTO organisation (id, parent_id, path, name, level, region_code) VALUES
              (1, NULL, '1.', '市总工会', 2, '370100'), (2, 1, '1.2.', '历下区总工会', 3, '370102'),
              (3, 1, '1.3.', '市中区总工会', 3, '370103'), (22, 2, '1.2.22.', '某公司工会', 5, '370102')
            """);
        await _database.ExecuteAsync("INSERT INTO staff (id, name, is_active, code_tries) VALUES (1, '\\x00', true, 0), (2, '\\x00', false, 0)");
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_role_counts_for_its_own_node_and_below()
    {
        await GiveAsync(1, RoleKind.Operator, 2);

        var scope = await ScopeAsync(1, RoleKind.Operator);

        Assert.True(scope.Covers("1.2."));
        Assert.True(scope.Covers("1.2.22."));
        Assert.False(scope.Covers("1."));
        Assert.False(scope.Covers("1.3."));
        Assert.False(scope.Covers("1.22."));
        Assert.False(scope.Covers(null));
    }

    [Fact]
    public async Task A_role_for_the_whole_union_counts_for_people_of_no_organisation_too()
    {
        await GiveAsync(1, RoleKind.Operator, null);

        Assert.True((await ScopeAsync(1, RoleKind.Operator)).Covers(null));
        Assert.False((await ScopeAsync(1, RoleKind.Approver)).IsAnything);
    }

    [Fact]
    public async Task Who_has_left_has_no_rights()
    {
        await GiveAsync(2, RoleKind.Administrator, null);

        await using var db = _database.Open();
        Assert.False((await new StaffRights(db).ScopeAsync(2, [RoleKind.Administrator], CancellationToken.None)).IsAnything);
        Assert.Empty((await new StaffRights(db).KindsAsync(2, CancellationToken.None)).All);
    }

    private async Task GiveAsync(long staff, RoleKind role, long? organisation)
    {
        await using var db = _database.Open();
        db.Add(new StaffRole(staff, role, organisation));
        await db.SaveChangesAsync();
    }

    private async Task<StaffScope> ScopeAsync(long staff, RoleKind role)
    {
        await using var db = _database.Open();
        return await new StaffRights(db).ScopeAsync(staff, [role], CancellationToken.None);
    }
}
